// verdict: fails deadlock
// cause: self-deadlock
// why: the write lock waits for all readers to leave, the thread itself among them.

import java.util.concurrent.locks.ReentrantReadWriteLock;

public class UpgradeReadToWrite {
  public static void main(String[] args) {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    lock.readLock().lock();
    lock.writeLock().lock();
    System.out.println("never reached");
  }
}
