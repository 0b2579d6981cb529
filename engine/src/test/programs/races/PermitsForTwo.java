// verdict: fails race
// why: Two permits let two threads in at once (Semaphore).
import java.util.concurrent.*;

class PermitsForTwo {
  static int data;
  static final Semaphore permits = new Semaphore(2);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(PermitsForTwo::one), "one");
    var two = new Thread(() -> call(PermitsForTwo::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    permits.acquire();
    data = 1;
    permits.release();
  }

  static void two() throws Exception {
    permits.acquire();
    int seen = data;
    permits.release();
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
