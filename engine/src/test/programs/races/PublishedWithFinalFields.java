// verdict: fails race plain
// why: Final fields are seen, but the field that hands over the object races (JLS 17.4.5).
class PublishedWithFinalFields {
  static int data;
  static Box box;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(PublishedWithFinalFields::one), "one");
    var two = new Thread(() -> call(PublishedWithFinalFields::two), "two");
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
    final int value;

    Box(int value) {
      this.value = value;
    }
  }
}
