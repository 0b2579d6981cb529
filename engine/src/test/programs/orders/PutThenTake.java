// verdict: all-pass
// why: Placing an element happens-before taking it (BlockingQueue).
import java.util.concurrent.*;

class PutThenTake {
  static int data;
  static final ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(2);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(PutThenTake::one), "one");
    var two = new Thread(() -> call(PutThenTake::two), "two");
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
    String got = queue.take();
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
