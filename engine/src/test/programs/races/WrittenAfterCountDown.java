// verdict: fails race
// why: What follows countDown is not ordered by it (CountDownLatch).
import java.util.concurrent.*;

class WrittenAfterCountDown {
  static int data;
  static final CountDownLatch latch = new CountDownLatch(1);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(WrittenAfterCountDown::one), "one");
    var two = new Thread(() -> call(WrittenAfterCountDown::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    latch.countDown();
    data = 1;
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
