// verdict: all-pass
// why: The methods of the wrapper take one monitor (Collections.synchronizedList).
import java.util.*;

class SynchronizedList {
  static int data;
  static final List<String> list = Collections.synchronizedList(new ArrayList<>());

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(SynchronizedList::one), "one");
    var two = new Thread(() -> call(SynchronizedList::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    list.add("one");
  }

  static void two() throws Exception {
    int size = list.size();
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
