// verdict: fails deadlock
// cause: none
// why: waiting on the inner monitor keeps the outer one, which the notifier needs.

public class NestedMonitorLockout {
  private static final Object outer = new Object();
  private static final Object inner = new Object();
  private static boolean ready;

  public static void main(String[] args) {
    Thread waiter =
        new Thread(
            () -> {
              synchronized (outer) {
                synchronized (inner) {
                  while (!ready) {
                    try {
                      inner.wait();
                    } catch (InterruptedException e) {
                      return;
                    }
                  }
                }
              }
            },
            "waiter");
    waiter.start();
    synchronized (outer) {
      synchronized (inner) {
        ready = true;
        inner.notifyAll();
      }
    }
  }
}
