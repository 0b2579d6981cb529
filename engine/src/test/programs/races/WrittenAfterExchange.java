// verdict: fails race
// why: What follows exchange is not ordered by it (Exchanger).
import java.util.concurrent.*;

class WrittenAfterExchange {
  static int data;
  static final Exchanger<String> exchanger = new Exchanger<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(WrittenAfterExchange::one), "one");
    var two = new Thread(() -> call(WrittenAfterExchange::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    String got = exchanger.exchange("one");
    data = 1;
  }

  static void two() throws Exception {
    String got = exchanger.exchange("two");
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
