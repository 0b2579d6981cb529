// verdict: fails race
// why: Taking an element does not happen-before placing the next (BlockingQueue).
import java.util.concurrent.*;

class TakeOrdersNothingBack {
  static int data;
  static final ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(1);

  public static void main(String[] args) throws Exception {
    queue.put("main");
    var one = new Thread(() -> call(TakeOrdersNothingBack::one), "one");
    var two = new Thread(() -> call(TakeOrdersNothingBack::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    String got = queue.take();
  }

  static void two() throws Exception {
    queue.put("two");
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
