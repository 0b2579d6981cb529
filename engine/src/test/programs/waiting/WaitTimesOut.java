// verdict: all-pass
// why: nobody notifies, so the wait ends with its time-out.

public class WaitTimesOut {
  public static void main(String[] args) throws InterruptedException {
    Object lock = new Object();
    long start = System.nanoTime();
    synchronized (lock) {
      lock.wait(250);
      assert Thread.holdsLock(lock);
    }
    assert System.nanoTime() - start >= 250_000_000L;
  }
}
