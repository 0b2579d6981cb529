// verdict: fails race collection
// why: A HashMap does not synchronize (HashMap).
import java.util.*;

class PlainHashMap {
  static int data;
  static final HashMap<String, String> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(PlainHashMap::one), "one");
    var two = new Thread(() -> call(PlainHashMap::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    map.put("one", "one");
  }

  static void two() throws Exception {
    String seen = map.get("one");
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
