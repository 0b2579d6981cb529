// verdict: fails race
// why: Opaque accesses order nothing (VarHandle.setOpaque).
import java.util.concurrent.atomic.*;

class AtomicOpaque {
  static int data;
  static final AtomicInteger ready = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AtomicOpaque::one), "one");
    var two = new Thread(() -> call(AtomicOpaque::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    ready.setOpaque(1);
  }

  static void two() throws Exception {
    if (ready.getOpaque() == 1) {
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
