// verdict: fails failure AssertionError
// cause: torn-read
// why: the stamp of the optimistic read is never validated.

import java.util.concurrent.locks.StampedLock;

public class OptimisticReadUnchecked {
  private static final StampedLock lock = new StampedLock();
  private static int credit;
  private static int debit;

  private static void book() {
    long stamp = lock.writeLock();
    credit += 10;
    debit -= 10;
    lock.unlockWrite(stamp);
  }

  public static void main(String[] args) throws InterruptedException {
    Thread clerk = new Thread(OptimisticReadUnchecked::book, "clerk");
    clerk.start();
    lock.tryOptimisticRead();
    int sum = credit + debit;
    assert sum == 0 : "books are off by " + sum;
    clerk.join();
  }
}
