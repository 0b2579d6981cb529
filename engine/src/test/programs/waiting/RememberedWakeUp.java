// verdict: all-pass
// why: the flag remembers a notification that came before the wait.

public class RememberedWakeUp {
  private static final Object bell = new Object();
  private static boolean ready;

  public static void main(String[] args) throws InterruptedException {
    Thread cook =
        new Thread(
            () -> {
              synchronized (bell) {
                ready = true;
                bell.notify();
              }
            },
            "cook");
    cook.start();
    synchronized (bell) {
      while (!ready) {
        bell.wait();
      }
    }
    cook.join();
  }
}
