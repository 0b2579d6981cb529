// verdict: fails race
// why: A plain write and a volatile read of one variable are not ordered (VarHandle).
import java.util.concurrent.atomic.*;

class AtomicMixed {
  static int data;
  static final AtomicInteger ready = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AtomicMixed::one), "one");
    var two = new Thread(() -> call(AtomicMixed::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    ready.setPlain(1);
  }

  static void two() throws Exception {
    int seen = ready.get();
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
