// verdict: all-pass
// why: the lock is held for each increment and given back in finally.

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class LockedCounter {
  private final Lock lock = new ReentrantLock();
  private int value;

  private void increment() {
    lock.lock();
    try {
      value++;
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    LockedCounter counter = new LockedCounter();
    Thread first = new Thread(counter::increment);
    Thread second = new Thread(counter::increment);
    first.start();
    second.start();
    first.join();
    second.join();
    assert counter.value == 2;
  }
}
