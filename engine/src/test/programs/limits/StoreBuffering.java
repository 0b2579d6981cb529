// verdict: all-pass
// why: on a real JVM both threads may read 0; executions here are sequentially consistent, so this is not seen.

public class StoreBuffering {
  private static int x;
  private static int y;
  private static int sawX;
  private static int sawY;

  public static void main(String[] args) throws InterruptedException {
    Thread first =
        new Thread(() -> {
          x = 1;
          sawY = y;
        });
    Thread second =
        new Thread(() -> {
          y = 1;
          sawX = x;
        });
    first.start();
    second.start();
    first.join();
    second.join();
    assert sawX == 1 || sawY == 1 : "both threads read the old value";
  }
}
