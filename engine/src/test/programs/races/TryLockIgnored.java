// verdict: fails race
// why: A tryLock that fails orders nothing (Lock.tryLock).
import java.util.concurrent.locks.*;

class TryLockIgnored {
  static int data;
  static final ReentrantLock lock = new ReentrantLock();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(TryLockIgnored::one), "one");
    var two = new Thread(() -> call(TryLockIgnored::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    boolean held = lock.tryLock();
    data = 1;
    if (held) {
    lock.unlock();
    }
  }

  static void two() throws Exception {
    boolean held = lock.tryLock();
    data = 2;
    if (held) {
    lock.unlock();
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
