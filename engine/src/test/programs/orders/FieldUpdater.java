// verdict: all-pass
// why: A field updater accesses the volatile field itself (AtomicIntegerFieldUpdater).
import java.util.concurrent.atomic.*;

class FieldUpdater {
  static int data;
  static final Box box = new Box();
  static final AtomicIntegerFieldUpdater<Box> READY = AtomicIntegerFieldUpdater.newUpdater(Box.class, "ready");

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(FieldUpdater::one), "one");
    var two = new Thread(() -> call(FieldUpdater::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    READY.set(box, 1);
  }

  static void two() throws Exception {
    if (box.ready == 1) {
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

  static class Box {
    volatile int ready;
  }
}
