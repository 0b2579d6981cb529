// verdict: passes
// why: what was read optimistically counts only if the stamp is still valid.

import java.util.concurrent.locks.StampedLock;

public class OptimisticRead {
  private final StampedLock lock = new StampedLock();
  private int x;
  private int y;

  private void move() {
    long stamp = lock.writeLock();
    try {
      x++;
      y++;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  private boolean isOnDiagonal() {
    long stamp = lock.tryOptimisticRead();
    int seenX = x;
    int seenY = y;
    if (!lock.validate(stamp)) {
      stamp = lock.readLock();
      try {
        seenX = x;
        seenY = y;
      } finally {
        lock.unlockRead(stamp);
      }
    }
    return seenX == seenY;
  }

  public static void main(String[] args) throws InterruptedException {
    OptimisticRead point = new OptimisticRead();
    Thread mover = new Thread(point::move);
    mover.start();
    assert point.isOnDiagonal();
    mover.join();
  }
}
