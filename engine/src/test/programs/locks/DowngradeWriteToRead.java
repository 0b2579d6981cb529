// verdict: all-pass
// why: a writer may take the read lock before it gives the write lock back.

import java.util.concurrent.locks.ReentrantReadWriteLock;

public class DowngradeWriteToRead {
  private static final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private static int version;

  private static void publish() {
    lock.writeLock().lock();
    int mine = ++version;
    lock.readLock().lock();
    lock.writeLock().unlock();
    assert version == mine;
    lock.readLock().unlock();
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(DowngradeWriteToRead::publish);
    Thread bob = new Thread(DowngradeWriteToRead::publish);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert version == 2;
  }
}
