// verdict: all-pass
// why: The volatile flag orders, not the parking (LockSupport, JLS 17.4.4).
import java.util.concurrent.locks.*;

class ParkUntilVolatile {
  static int data;
  static volatile boolean ready;
  static volatile Thread second;

  public static void main(String[] args) throws Exception {
    second = new Thread(() -> call(ParkUntilVolatile::two), "two");
    var one = new Thread(() -> call(ParkUntilVolatile::one), "one");
    one.start();
    second.start();
    one.join();
    second.join();
  }

  static void one() throws Exception {
    data = 1;
    ready = true;
    LockSupport.unpark(second);
  }

  static void two() throws Exception {
    while (!ready) {
    LockSupport.park();
    }
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
