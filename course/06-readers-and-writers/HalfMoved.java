// verdict: fails
// why: The reader may look between the two writes.
class HalfMoved {
  static int x;
  static int y;

  static void move() {
    x = 1;
    y = 1;
  }

  static void look() {
    int seenX = x;
    int seenY = y;
    assert seenX == seenY : "saw the point (" + seenX + ", " + seenY + ")";
  }

  public static void main(String[] args) {
    new Thread(HalfMoved::move, "Writer").start();
    new Thread(HalfMoved::look, "Reader").start();
  }
}
