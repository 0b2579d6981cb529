// verdict: fails race
// why: An element is a variable like any other (JLS 17.4.1).
class ArrayElement {
  static int data;
  static final int[] SLOTS = new int[2];

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(ArrayElement::one), "one");
    var two = new Thread(() -> call(ArrayElement::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    SLOTS[0] = 1;
  }

  static void two() throws Exception {
    int seen = SLOTS[0];
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
