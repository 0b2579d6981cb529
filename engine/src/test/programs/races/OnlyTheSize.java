// verdict: fails race
// why: The size of a queue is no access to an element (package java.util.concurrent).
import java.util.concurrent.*;

class OnlyTheSize {
  static int data;
  static final ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(OnlyTheSize::one), "one");
    var two = new Thread(() -> call(OnlyTheSize::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    queue.add("one");
  }

  static void two() throws Exception {
    if (queue.size() > 0) {
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
