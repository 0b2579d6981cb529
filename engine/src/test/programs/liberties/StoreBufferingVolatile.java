// verdict: all-pass
// why: All accesses to volatile fields have one order, in which one of the reads comes last.
// liberties: stale reads
class StoreBufferingVolatile {
  static volatile int x;
  static volatile int y;
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
