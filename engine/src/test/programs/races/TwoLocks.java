// verdict: fails race
// why: Two different locks order nothing (Lock).
import java.util.concurrent.locks.*;

class TwoLocks {
  static int data;
  static final ReentrantLock first = new ReentrantLock();
  static final ReentrantLock second = new ReentrantLock();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(TwoLocks::one), "one");
    var two = new Thread(() -> call(TwoLocks::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    first.lock();
    data = 1;
    first.unlock();
  }

  static void two() throws Exception {
    second.lock();
    int seen = data;
    second.unlock();
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
