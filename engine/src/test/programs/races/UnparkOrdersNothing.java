// verdict: fails race
// why: park and unpark have no memory effects of their own (LockSupport, JLS 17.4.4).
import java.util.concurrent.locks.*;

class UnparkOrdersNothing {
  static int data;
  static volatile Thread two;

  public static void main(String[] args) throws Exception {
    two = new Thread(() -> call(UnparkOrdersNothing::two), "two");
    var one = new Thread(() -> call(UnparkOrdersNothing::one), "one");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    LockSupport.unpark(two);
  }

  static void two() throws Exception {
    LockSupport.parkNanos(1);
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
