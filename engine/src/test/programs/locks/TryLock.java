// verdict: all-pass
// why: who does not get the lock counts as turned away.

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

public class TryLock {
  private static final ReentrantLock lock = new ReentrantLock();
  private static final AtomicInteger turnedAway = new AtomicInteger();
  private static int served;

  private static void visit() {
    if (!lock.tryLock()) {
      turnedAway.incrementAndGet();
      return;
    }
    try {
      served++;
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(TryLock::visit);
    Thread second = new Thread(TryLock::visit);
    first.start();
    second.start();
    first.join();
    second.join();
    assert served >= 1 && served + turnedAway.get() == 2;
  }
}
