// verdict: fails race unsafe-publication
// why: A new object is handed over by a plain field, and its fields are not final (JLS 17.5).
class UnsafePublication {
  static int data;
  static Box box;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(UnsafePublication::one), "one");
    var two = new Thread(() -> call(UnsafePublication::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    box = new Box(1);
  }

  static void two() throws Exception {
    Box seen = box;
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
