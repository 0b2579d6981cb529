// verdict: fails race
// why: A compareAndSet that fails writes nothing (VarHandle.compareAndSet).
import java.util.concurrent.atomic.*;

class FailedCompareAndSet {
  static int data;
  static final AtomicInteger turn = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(FailedCompareAndSet::one), "one");
    var two = new Thread(() -> call(FailedCompareAndSet::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    turn.compareAndSet(1, 2);
  }

  static void two() throws Exception {
    int value = turn.get();
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
