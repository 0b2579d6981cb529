// verdict: passes
// why: the worker spins until main sets the flag.

public class StopFlag {
  private static volatile boolean stopped;

  public static void main(String[] args) throws InterruptedException {
    Thread worker =
        new Thread(() -> {
          while (!stopped) {
            Thread.onSpinWait();
          }
        });
    worker.start();
    stopped = true;
    worker.join();
  }
}
