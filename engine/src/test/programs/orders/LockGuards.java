// verdict: all-pass
// why: unlock happens-before every later lock (Lock).
import java.util.concurrent.locks.*;

class LockGuards {
  static int data;
  static final ReentrantLock lock = new ReentrantLock();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(LockGuards::one), "one");
    var two = new Thread(() -> call(LockGuards::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    lock.lock();
    try {
    data++;
    } finally {
    lock.unlock();
    }
  }

  static void two() throws Exception {
    lock.lock();
    try {
    data++;
    } finally {
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
