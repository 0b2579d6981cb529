// verdict: passes
// why: the butler seats one philosopher less than there are forks.

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

public class PhilosophersWithButler {
  private static final int SEATS = 3;
  private static final Semaphore butler = new Semaphore(SEATS - 1);

  private static void dine(ReentrantLock left, ReentrantLock right) {
    butler.acquireUninterruptibly();
    left.lock();
    right.lock();
    right.unlock();
    left.unlock();
    butler.release();
  }

  public static void main(String[] args) throws InterruptedException {
    ReentrantLock[] forks = new ReentrantLock[SEATS];
    for (int i = 0; i < SEATS; i++) {
      forks[i] = new ReentrantLock();
    }
    Thread[] philosophers = new Thread[SEATS];
    for (int i = 0; i < SEATS; i++) {
      ReentrantLock left = forks[i];
      ReentrantLock right = forks[(i + 1) % SEATS];
      philosophers[i] = new Thread(() -> dine(left, right));
      philosophers[i].start();
    }
    for (Thread philosopher : philosophers) {
      philosopher.join();
    }
    assert butler.availablePermits() == SEATS - 1;
  }
}
