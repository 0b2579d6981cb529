// verdict: all-pass
// why: What precedes exchange in one thread happens-before what follows it in the other (Exchanger).
import java.util.concurrent.*;

class Exchanged {
  static int data;
  static final Exchanger<String> exchanger = new Exchanger<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(Exchanged::one), "one");
    var two = new Thread(() -> call(Exchanged::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    String got = exchanger.exchange("one");
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
