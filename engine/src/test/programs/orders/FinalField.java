// verdict: all-pass
// why: A final field is seen by whoever sees the object, however it came there (JLS 17.5).
import java.util.concurrent.atomic.*;

class FinalField {
  static int data;
  static final AtomicReference<Box> box = new AtomicReference<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(FinalField::one), "one");
    var two = new Thread(() -> call(FinalField::two), "two");
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
    final int value;

    Box(int value) {
      this.value = value;
    }
  }
}
