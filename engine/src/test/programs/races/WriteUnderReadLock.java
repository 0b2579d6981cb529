// verdict: fails race
// why: Readers are not ordered among themselves (ReadWriteLock).
import java.util.concurrent.locks.*;

class WriteUnderReadLock {
  static int data;
  static final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(WriteUnderReadLock::one), "one");
    var two = new Thread(() -> call(WriteUnderReadLock::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    lock.readLock().lock();
    data = 1;
    lock.readLock().unlock();
  }

  static void two() throws Exception {
    lock.readLock().lock();
    int seen = data;
    lock.readLock().unlock();
  }

  interface Body {
    void run() throws Exception;
  }

  static void call(Body body) {
    try {
      body.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
