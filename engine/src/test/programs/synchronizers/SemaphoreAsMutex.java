// verdict: all-pass
// why: one permit, so one thread at a time.

import java.util.concurrent.Semaphore;

public class SemaphoreAsMutex {
  private static final Semaphore mutex = new Semaphore(1);
  private static int value;

  private static void increment() {
    mutex.acquireUninterruptibly();
    try {
      value++;
    } finally {
      mutex.release();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(SemaphoreAsMutex::increment);
    Thread second = new Thread(SemaphoreAsMutex::increment);
    first.start();
    second.start();
    first.join();
    second.join();
    assert value == 2 && mutex.availablePermits() == 1;
  }
}
