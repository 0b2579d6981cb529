// verdict: all-pass
// why: A list that no one changes any more may be read by all (ArrayList, JLS 17.4.4).
import java.util.*;

class ListFilledBefore {
  static int data;
  static final ArrayList<String> list = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    list.add("main");
    var one = new Thread(() -> call(ListFilledBefore::one), "one");
    var two = new Thread(() -> call(ListFilledBefore::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    String seen = list.get(0);
  }

  static void two() throws Exception {
    String seen = list.get(0);
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
