// verdict: fails deadlock
// why: one condition serves producers and consumers, and a signal meant for one wakes the other.

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class P13 {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean full;

  private void put() throws InterruptedException {
    lock.lock();
    try {
      while (full) {
        changed.await();
      }
      full = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void take() throws InterruptedException {
    lock.lock();
    try {
      while (!full) {
        changed.await();
      }
      full = false;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private Thread producer() {
    return new Thread(
        () -> {
          try {
            put();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private Thread consumer() {
    return new Thread(
        () -> {
          try {
            take();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  public static void main(String[] args) throws InterruptedException {
    P13 buffer = new P13();
    Thread[] threads = {
      buffer.consumer(), buffer.consumer(), buffer.producer(), buffer.producer()
    };
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
