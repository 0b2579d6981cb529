// verdict: passes
// why: the sleeps make it slow, the joins make it right.

public class SleepAndJoin {
  private static int warp;
  private static int weft;

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first =
        new Thread(() -> {
          pause();
          warp = 1;
        });
    Thread second =
        new Thread(() -> {
          pause();
          weft = 2;
        });
    first.start();
    second.start();
    first.join();
    second.join();
    assert warp + weft == 3;
  }
}
