// verdict: passes
// why: Whoever does not get the second lock in time gives the first one back.
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

class TryForAWhile {
  static final ReentrantLock fork1 = new ReentrantLock();
  static final ReentrantLock fork2 = new ReentrantLock();

  static boolean eat(ReentrantLock first, ReentrantLock second, int patience) {
    first.lock();
    try {
      if (!second.tryLock(patience, TimeUnit.MILLISECONDS)) {
        return false;
      }
      second.unlock();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      first.unlock();
    }
  }

  public static void main(String[] args) {
    new Thread(() -> eat(fork1, fork2, 10), "Ann").start();
    new Thread(() -> eat(fork2, fork1, 25), "Bob").start();
  }
}
