// verdict: fails livelock
// why: the worker spins on a flag that nobody is left to set.

public class FlagNeverSet {
  private static volatile boolean go;

  public static void main(String[] args) throws InterruptedException {
    Thread worker =
        new Thread(
            () -> {
              while (!go) {
                Thread.onSpinWait();
              }
            },
            "worker");
    worker.start();
    worker.join();
  }
}
