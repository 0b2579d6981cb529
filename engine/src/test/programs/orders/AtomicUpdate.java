// verdict: all-pass
// why: An update is a volatile read and a volatile write (AtomicInteger).
import java.util.concurrent.atomic.*;

class AtomicUpdate {
  static int data;
  static final AtomicInteger turn = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AtomicUpdate::one), "one");
    var two = new Thread(() -> call(AtomicUpdate::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    turn.getAndIncrement();
  }

  static void two() throws Exception {
    if (turn.getAndIncrement() == 1) {
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
