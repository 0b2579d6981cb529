// verdict: fails race
// why: What follows the unlock is not ordered by it (Condition).
import java.util.concurrent.locks.*;

class WrittenAfterSignal {
  static int data;
  static final ReentrantLock lock = new ReentrantLock();
  static final Condition set = lock.newCondition();
  static boolean ready;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(WrittenAfterSignal::one), "one");
    var two = new Thread(() -> call(WrittenAfterSignal::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    lock.lock();
    ready = true;
    set.signal();
    lock.unlock();
    data = 1;
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
