// verdict: fails race
// why: Another element of an atomic array orders nothing (AtomicIntegerArray).
import java.util.concurrent.atomic.*;

class AtomicArrayOther {
  static int data;
  static final AtomicIntegerArray flags = new AtomicIntegerArray(2);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AtomicArrayOther::one), "one");
    var two = new Thread(() -> call(AtomicArrayOther::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    flags.set(0, 1);
  }

  static void two() throws Exception {
    int other = flags.get(1);
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
