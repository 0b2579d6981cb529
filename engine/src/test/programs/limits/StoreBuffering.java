// verdict: fails race plain
// why: on a real JVM both threads may read 0, which no interleaving shows; the race that allows it is found (JLS 17.4.5).

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
