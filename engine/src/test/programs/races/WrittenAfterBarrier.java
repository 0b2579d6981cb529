// verdict: fails race
// why: What follows await is not ordered by it (CyclicBarrier).
import java.util.concurrent.*;

class WrittenAfterBarrier {
  static int data;
  static final CyclicBarrier barrier = new CyclicBarrier(2);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(WrittenAfterBarrier::one), "one");
    var two = new Thread(() -> call(WrittenAfterBarrier::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    barrier.await();
    data = 1;
  }

  static void two() throws Exception {
    barrier.await();
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
