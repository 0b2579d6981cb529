// verdict: all-pass
// why: an exception leaves the synchronized block and frees the monitor.

public class ExceptionLeavesMonitor {
  private static final Object lock = new Object();
  private static int failures;

  private static void attempt() {
    try {
      synchronized (lock) {
        failures++;
        throw new IllegalArgumentException("bad input");
      }
    } catch (IllegalArgumentException e) {
      assert !Thread.holdsLock(lock);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(ExceptionLeavesMonitor::attempt);
    Thread second = new Thread(ExceptionLeavesMonitor::attempt);
    first.start();
    second.start();
    first.join();
    second.join();
    assert failures == 2;
  }
}
