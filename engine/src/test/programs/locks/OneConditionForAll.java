// verdict: fails deadlock
// cause: notify-instead-of-notify-all
// why: one condition for both sides and signal instead of signalAll.

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class OneConditionForAll {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean full;

  private void change(boolean toFull) {
    lock.lock();
    try {
      while (full == toFull) {
        changed.awaitUninterruptibly();
      }
      full = toFull;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) {
    OneConditionForAll cup = new OneConditionForAll();
    new Thread(() -> cup.change(false), "drinker-1").start();
    new Thread(() -> cup.change(false), "drinker-2").start();
    new Thread(() -> cup.change(true), "waiter-1").start();
    new Thread(() -> cup.change(true), "waiter-2").start();
  }
}
