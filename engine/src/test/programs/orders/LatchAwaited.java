// verdict: all-pass
// why: countDown happens-before the return from await (CountDownLatch).
import java.util.concurrent.*;

class LatchAwaited {
  static int data;
  static final CountDownLatch latch = new CountDownLatch(1);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(LatchAwaited::one), "one");
    var two = new Thread(() -> call(LatchAwaited::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    latch.countDown();
  }

  static void two() throws Exception {
    latch.await();
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
