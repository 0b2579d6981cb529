// verdict: all-pass
// why: await happens-before the barrier action, which happens-before what follows (CyclicBarrier).
import java.util.concurrent.*;

class BarrierAction {
  static int data;
  static int part;
  static final CyclicBarrier barrier = new CyclicBarrier(2, () -> data = part);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(BarrierAction::one), "one");
    var two = new Thread(() -> call(BarrierAction::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    part = 1;
    barrier.await();
    int seen = data;
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
