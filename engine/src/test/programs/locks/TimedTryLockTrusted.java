// verdict: fails failure IllegalStateException
// only-sleep: true
// why: the holder can be delayed beyond the second that the other is ready to wait.

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

public class TimedTryLockTrusted {
  private static final ReentrantLock lock = new ReentrantLock();

  private static void hold() {
    lock.lock();
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    new Thread(TimedTryLockTrusted::hold, "holder").start();
    if (!lock.tryLock(1, TimeUnit.SECONDS)) {
      throw new IllegalStateException("lock not free within a second");
    }
    lock.unlock();
  }
}
