// verdict: all-pass
// why: get and set of atomics are volatile (AtomicInteger, VarHandle).
import java.util.concurrent.atomic.*;

class AtomicSetGet {
  static int data;
  static final AtomicInteger ready = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AtomicSetGet::one), "one");
    var two = new Thread(() -> call(AtomicSetGet::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    ready.set(1);
  }

  static void two() throws Exception {
    if (ready.get() == 1) {
    int seen = data;
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
