// verdict: fails race
// why: An await that ends by its time-out orders nothing (CountDownLatch).
import java.util.concurrent.*;

class LatchTimesOut {
  static int data;
  static final CountDownLatch latch = new CountDownLatch(1);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(LatchTimesOut::one), "one");
    var two = new Thread(() -> call(LatchTimesOut::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    Thread.sleep(100);
    latch.countDown();
  }

  static void two() throws Exception {
    boolean open = latch.await(1, TimeUnit.MILLISECONDS);
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
