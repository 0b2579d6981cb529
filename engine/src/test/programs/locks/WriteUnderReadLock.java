// verdict: fails lost-update WriteUnderReadLock.hits
// why: two threads can hold the read lock at once, and both write.

import java.util.concurrent.locks.ReentrantReadWriteLock;

public class WriteUnderReadLock {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private int hits;

  private void hit() {
    lock.readLock().lock();
    try {
      hits++;
    } finally {
      lock.readLock().unlock();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    WriteUnderReadLock page = new WriteUnderReadLock();
    Thread ann = new Thread(page::hit);
    Thread bob = new Thread(page::hit);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert page.hits == 2;
  }
}
