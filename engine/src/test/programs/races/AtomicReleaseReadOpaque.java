// verdict: fails race
// why: A release that is read opaquely orders nothing (VarHandle.getOpaque).
import java.util.concurrent.atomic.*;

class AtomicReleaseReadOpaque {
  static int data;
  static final AtomicInteger ready = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AtomicReleaseReadOpaque::one), "one");
    var two = new Thread(() -> call(AtomicReleaseReadOpaque::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    ready.setRelease(1);
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
