// verdict: all-pass
// why: await unlocks, and locks again before it returns (Condition).
import java.util.concurrent.locks.*;

class ConditionAwaited {
  static int data;
  static final ReentrantLock lock = new ReentrantLock();
  static final Condition set = lock.newCondition();
  static boolean ready;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(ConditionAwaited::one), "one");
    var two = new Thread(() -> call(ConditionAwaited::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    lock.lock();
    data = 1;
    ready = true;
    set.signal();
    lock.unlock();
  }

  static void two() throws Exception {
    lock.lock();
    while (!ready) {
    set.await();
    }
    int seen = data;
    lock.unlock();
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
