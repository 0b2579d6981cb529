// verdict: all-pass
// why: Optimistic reads count only when validate returns true (StampedLock).
import java.util.concurrent.locks.*;

class OptimisticValidated {
  static int data;
  static final StampedLock lock = new StampedLock();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(OptimisticValidated::one), "one");
    var two = new Thread(() -> call(OptimisticValidated::two), "two");
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
    if (!lock.validate(stamp)) {
    stamp = lock.readLock();
    seen = data;
    lock.unlockRead(stamp);
    }
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
