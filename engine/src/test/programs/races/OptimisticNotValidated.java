// verdict: fails race
// why: Optimistic reads that no one validates are plain reads (StampedLock).
import java.util.concurrent.locks.*;

class OptimisticNotValidated {
  static int data;
  static final StampedLock lock = new StampedLock();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(OptimisticNotValidated::one), "one");
    var two = new Thread(() -> call(OptimisticNotValidated::two), "two");
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
    long stamp = lock.tryOptimisticRead();
    int seen = data;
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
