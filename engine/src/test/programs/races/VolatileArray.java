// verdict: fails race
// why: A volatile reference to an array does not make its elements volatile (JLS 8.3.1.4).
class VolatileArray {
  static int data;
  static volatile int[] slots = new int[1];

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(VolatileArray::one), "one");
    var two = new Thread(() -> call(VolatileArray::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    slots[0] = 1;
  }

  static void two() throws Exception {
    int seen = slots[0];
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
