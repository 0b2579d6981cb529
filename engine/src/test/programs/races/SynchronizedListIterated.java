// verdict: fails race collection or fails failure ConcurrentModificationException
// why: Iterating over the wrapper takes no monitor (Collections.synchronizedList).
import java.util.*;

class SynchronizedListIterated {
  static int data;
  static final List<String> list = Collections.synchronizedList(new ArrayList<>(List.of("main")));

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(SynchronizedListIterated::one), "one");
    var two = new Thread(() -> call(SynchronizedListIterated::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    list.set(0, "one");
    list.add("two");
  }

  static void two() throws Exception {
    var elements = list.iterator();
    boolean any = elements.hasNext();
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
