// verdict: fails failure IllegalMonitorStateException
// why: the result of tryLock is ignored, so a thread without the lock gives it back.

import java.util.concurrent.locks.ReentrantLock;

public class TryLockAlwaysHopeful {
  private static final ReentrantLock lock = new ReentrantLock();

  private static void visit() {
    try {
      lock.tryLock();
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) {
    new Thread(TryLockAlwaysHopeful::visit, "first").start();
    new Thread(TryLockAlwaysHopeful::visit, "second").start();
  }
}
