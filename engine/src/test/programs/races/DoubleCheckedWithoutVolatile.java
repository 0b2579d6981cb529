// verdict: fails race double-checked-locking
// why: The first test takes no lock and the field is not volatile (JLS 17.4.5).
class DoubleCheckedWithoutVolatile {
  static int data;
  static Box box;
  static final Object LOCK = new Object();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(DoubleCheckedWithoutVolatile::one), "one");
    var two = new Thread(() -> call(DoubleCheckedWithoutVolatile::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    int seen = get().value;
  }

  static void two() throws Exception {
    int seen = get().value;
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
    int value = 1;
  }

  static Box get() {
    Box known = box;
    if (known == null) {
      synchronized (LOCK) {
        known = box;
        if (known == null) {
          known = new Box();
          box = known;
        }
      }
    }
    return known;
  }
}
