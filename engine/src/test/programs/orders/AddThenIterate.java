// verdict: all-pass
// why: Adding an element happens-before iterating over it (CopyOnWriteArrayList).
import java.util.concurrent.*;

class AddThenIterate {
  static int data;
  static final CopyOnWriteArrayList<String> list = new CopyOnWriteArrayList<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(AddThenIterate::one), "one");
    var two = new Thread(() -> call(AddThenIterate::two), "two");
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
    for (String element : list) {
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
