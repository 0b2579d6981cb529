// verdict: all-pass
// why: release happens-before a later acquire (Semaphore).
import java.util.concurrent.*;

class SemaphoreReleased {
  static int data;
  static final Semaphore permits = new Semaphore(0);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(SemaphoreReleased::one), "one");
    var two = new Thread(() -> call(SemaphoreReleased::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    permits.release();
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
