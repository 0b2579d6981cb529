// verdict: passes
// why: both outcomes of the timed join are provided for.

public class TimedJoin {
  private static volatile int progress;

  public static void main(String[] args) throws InterruptedException {
    Thread worker =
        new Thread(() -> {
          progress = 50;
          progress = 100;
        });
    worker.start();
    worker.join(10);
    if (worker.isAlive()) {
      System.out.println("still at " + progress);
      worker.join();
    }
    assert progress == 100;
  }
}
