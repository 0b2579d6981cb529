// verdict: all-pass
// why: A successful compareAndSet is a volatile write (AtomicReference).
import java.util.concurrent.atomic.*;

class AtomicCompareAndSet {
  static int data;
  static final AtomicReference<String> turn = new AtomicReference<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AtomicCompareAndSet::one), "one");
    var two = new Thread(() -> call(AtomicCompareAndSet::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    turn.compareAndSet(null, "one");
  }

  static void two() throws Exception {
    if ("one".equals(turn.get())) {
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
