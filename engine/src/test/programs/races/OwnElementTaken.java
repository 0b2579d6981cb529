// verdict: fails race
// why: Taking an element orders with the thread that placed it, not with others (BlockingQueue).
import java.util.concurrent.*;

class OwnElementTaken {
  static int data;
  static final LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(OwnElementTaken::one), "one");
    var two = new Thread(() -> call(OwnElementTaken::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    queue.put("one");
  }

  static void two() throws Exception {
    queue.put("two");
    if (queue.take().equals("two")) {
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
