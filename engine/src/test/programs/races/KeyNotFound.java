// verdict: fails race
// why: A retrieval that finds nothing orders nothing (ConcurrentHashMap).
import java.util.concurrent.*;

class KeyNotFound {
  static int data;
  static final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("key", "main");
    var one = new Thread(() -> call(KeyNotFound::one), "one");
    var two = new Thread(() -> call(KeyNotFound::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    String before = map.remove("key");
  }

  static void two() throws Exception {
    if (map.get("key") == null) {
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
