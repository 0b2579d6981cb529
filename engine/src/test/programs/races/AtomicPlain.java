// verdict: fails race
// why: Plain accesses of an atomic are plain accesses (AtomicInteger.setPlain).
import java.util.concurrent.atomic.*;

class AtomicPlain {
  static int data;
  static final AtomicInteger ready = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AtomicPlain::one), "one");
    var two = new Thread(() -> call(AtomicPlain::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    ready.setPlain(1);
  }

  static void two() throws Exception {
    int seen = ready.getPlain();
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
