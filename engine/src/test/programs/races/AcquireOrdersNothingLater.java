// verdict: fails race
// why: An acquire is not ordered before another acquire (Semaphore).
import java.util.concurrent.*;

class AcquireOrdersNothingLater {
  static int data;
  static final Semaphore permits = new Semaphore(2);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AcquireOrdersNothingLater::one), "one");
    var two = new Thread(() -> call(AcquireOrdersNothingLater::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    permits.acquire();
  }

  static void two() throws Exception {
    permits.acquire();
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
