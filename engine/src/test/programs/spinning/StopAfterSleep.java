// verdict: passes
// why: time moves although the worker spins, so that main wakes up and sets the flag.

public class StopAfterSleep {
  private static volatile boolean stopped;
  private static long rounds;

  public static void main(String[] args) throws InterruptedException {
    Thread worker =
        new Thread(() -> {
          while (!stopped) {
            rounds++;
          }
        });
    worker.start();
    Thread.sleep(50);
    stopped = true;
    worker.join();
    assert rounds >= 0;
  }
}
