// verdict: all-pass
// why: The methods of Vector are synchronized (Vector).
import java.util.*;

class VectorAdded {
  static int data;
  static final Vector<String> list = new Vector<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(VectorAdded::one), "one");
    var two = new Thread(() -> call(VectorAdded::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    list.add("one");
  }

  static void two() throws Exception {
    if (!list.isEmpty()) {
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
