// verdict: fails race
// why: A field that is not final has no freeze at the end of the constructor (JLS 17.5).
import java.util.concurrent.atomic.*;

class FieldNotFinal {
  static int data;
  static final AtomicReference<Box> box = new AtomicReference<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(FieldNotFinal::one), "one");
    var two = new Thread(() -> call(FieldNotFinal::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    box.setOpaque(new Box(1));
  }

  static void two() throws Exception {
    Box seen = box.getOpaque();
    if (seen != null) {
    data = seen.value;
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
    int value;

    Box(int value) {
      this.value = value;
    }
  }
}
