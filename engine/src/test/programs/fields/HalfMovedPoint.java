// verdict: fails failure AssertionError
// cause: torn-read
// why: a reader can come between the writes of x and y.

public class HalfMovedPoint {
  private static class Point {
    int x;
    int y;

    void move(int by) {
      x += by;
      y += by;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Point point = new Point();
    Thread mover = new Thread(() -> point.move(5), "mover");
    mover.start();
    int x = point.x;
    int y = point.y;
    mover.join();
    assert x == y : "seen at " + x + "," + y;
  }
}
