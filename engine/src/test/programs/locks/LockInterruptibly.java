// verdict: all-pass
// why: an interrupt ends the attempt, before it parks or while it is parked.

import java.util.concurrent.locks.ReentrantLock;

public class LockInterruptibly {
  private static final ReentrantLock lock = new ReentrantLock(true);
  private static boolean gaveUp;

  public static void main(String[] args) throws InterruptedException {
    lock.lock();
    Thread impatient =
        new Thread(() -> {
          try {
            lock.lockInterruptibly();
            lock.unlock();
          } catch (InterruptedException e) {
            gaveUp = true;
          }
        });
    impatient.start();
    impatient.interrupt();
    impatient.join();
    lock.unlock();
    assert gaveUp;
  }
}
