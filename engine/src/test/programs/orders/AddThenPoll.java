// verdict: all-pass
// why: Placing an element happens-before removing it (ConcurrentLinkedQueue).
import java.util.concurrent.*;

class AddThenPoll {
  static int data;
  static final ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AddThenPoll::one), "one");
    var two = new Thread(() -> call(AddThenPoll::two), "two");
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
    if (queue.poll() != null) {
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
