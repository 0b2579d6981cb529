// verdict: all-pass
// why: An update of a key happens-before a retrieval that reports it (ConcurrentHashMap).
import java.util.concurrent.*;

class PutThenGet {
  static int data;
  static final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(PutThenGet::one), "one");
    var two = new Thread(() -> call(PutThenGet::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    map.put("key", "one");
  }

  static void two() throws Exception {
    if (map.get("key") != null) {
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
