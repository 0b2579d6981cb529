// verdict: all-pass
// why: await of each happens-before what follows await in the others (CyclicBarrier).
import java.util.concurrent.*;

class BarrierPassed {
  static int data;
  static final CyclicBarrier barrier = new CyclicBarrier(2);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(BarrierPassed::one), "one");
    var two = new Thread(() -> call(BarrierPassed::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    barrier.await();
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
