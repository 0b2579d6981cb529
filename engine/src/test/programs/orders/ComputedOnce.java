// verdict: all-pass
// why: What the function does happens-before a retrieval of its result (ConcurrentHashMap).
import java.util.concurrent.*;

class ComputedOnce {
  static int data;
  static final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(ComputedOnce::one), "one");
    var two = new Thread(() -> call(ComputedOnce::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    int seen = get();
  }

  static void two() throws Exception {
    int seen = get();
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

  static int get() {
    map.computeIfAbsent("key", key -> {
      data = 1;
      return key;
    });
    return data;
  }
}
