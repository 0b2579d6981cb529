// verdict: fails failure AssertionError
// why: Each thread may find the old value of what the other wrote, so both may read 0.
// liberties: stale reads
class StoreBufferingPlain {
  static int x;
  static int y;
  static int seenX;
  static int seenY;

  public static void main(String[] args) throws Exception {
    var one =
        new Thread(
            () -> {
              x = 1;
              seenY = y;
            },
            "one");
    var two =
        new Thread(
            () -> {
              y = 1;
              seenX = x;
            },
            "two");
    one.start();
    two.start();
    one.join();
    two.join();
    assert seenX + seenY > 0 : "both read 0";
  }
}
