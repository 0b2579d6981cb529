// verdict: all-pass
// why: Two elements are two variables (JLS 17.6).
class OwnElements {
  static int data;
  static final int[] SLOTS = new int[2];

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(OwnElements::one), "one");
    var two = new Thread(() -> call(OwnElements::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    SLOTS[0] = 1;
  }

  static void two() throws Exception {
    SLOTS[1] = 1;
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
