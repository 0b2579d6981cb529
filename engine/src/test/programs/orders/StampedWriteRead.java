// verdict: all-pass
// why: unlockWrite happens-before a later readLock (StampedLock, Memory Synchronization).
import java.util.concurrent.locks.*;

class StampedWriteRead {
  static int data;
  static final StampedLock lock = new StampedLock();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(StampedWriteRead::one), "one");
    var two = new Thread(() -> call(StampedWriteRead::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    long stamp = lock.writeLock();
    data = 1;
    lock.unlockWrite(stamp);
  }

  static void two() throws Exception {
    long stamp = lock.readLock();
    int seen = data;
    lock.unlockRead(stamp);
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
