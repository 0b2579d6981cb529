// verdict: fails race
// why: Another key orders nothing (ConcurrentHashMap).
import java.util.concurrent.*;

class AnotherKey {
  static int data;
  static final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AnotherKey::one), "one");
    var two = new Thread(() -> call(AnotherKey::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    map.put("one", "one");
  }

  static void two() throws Exception {
    map.put("two", "two");
    if (map.get("two") != null) {
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
