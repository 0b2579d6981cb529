// verdict: fails race collection
// why: An ArrayList does not synchronize (ArrayList).
import java.util.*;

class PlainArrayListRead {
  static int data;
  static final ArrayList<String> list = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(PlainArrayListRead::one), "one");
    var two = new Thread(() -> call(PlainArrayListRead::two), "two");
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
