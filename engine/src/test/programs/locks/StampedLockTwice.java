// verdict: fails deadlock
// cause: self-deadlock
// why: a StampedLock is not reentrant.

import java.util.concurrent.locks.StampedLock;

public class StampedLockTwice {
  private static final StampedLock lock = new StampedLock();
  private static int value;

  private static void set(int newValue) {
    long stamp = lock.writeLock();
    value = newValue;
    lock.unlockWrite(stamp);
  }

  public static void main(String[] args) {
    long stamp = lock.writeLock();
    set(value + 1);
    lock.unlockWrite(stamp);
  }
}
