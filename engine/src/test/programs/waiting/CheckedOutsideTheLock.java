// verdict: fails deadlock
// cause: lost-wake-up
// why: the flag is read before the lock is taken, and the notification can come between.

public class CheckedOutsideTheLock {
  private static final Object lock = new Object();
  private static volatile boolean ready;

  public static void main(String[] args) throws InterruptedException {
    Thread loader =
        new Thread(
            () -> {
              ready = true;
              synchronized (lock) {
                lock.notifyAll();
              }
            },
            "loader");
    loader.start();
    if (!ready) {
      synchronized (lock) {
        lock.wait();
      }
    }
    loader.join();
  }
}
