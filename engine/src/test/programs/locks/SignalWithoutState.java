// verdict: fails deadlock
// cause: lost-wake-up
// why: the signal may come before the await.

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class SignalWithoutState {
  public static void main(String[] args) throws InterruptedException {
    Lock lock = new ReentrantLock();
    Condition done = lock.newCondition();
    Thread worker =
        new Thread(() -> {
          lock.lock();
          try {
            done.signalAll();
          } finally {
            lock.unlock();
          }
        });
    worker.start();
    lock.lock();
    try {
      done.await();
    } finally {
      lock.unlock();
    }
  }
}
