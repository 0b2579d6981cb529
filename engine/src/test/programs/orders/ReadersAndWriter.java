// verdict: all-pass
// why: Releasing the write lock happens-before taking the read lock, and back (ReadWriteLock).
import java.util.concurrent.locks.*;

class ReadersAndWriter {
  static int data;
  static final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(ReadersAndWriter::one), "one");
    var two = new Thread(() -> call(ReadersAndWriter::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    lock.writeLock().lock();
    data = 1;
    lock.writeLock().unlock();
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
