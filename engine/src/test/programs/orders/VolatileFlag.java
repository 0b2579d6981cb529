// verdict: all-pass
// why: A volatile write happens-before every later read of the variable (JLS 17.4.4).
class VolatileFlag {
  static int data;
  static volatile boolean ready;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(VolatileFlag::one), "one");
    var two = new Thread(() -> call(VolatileFlag::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    ready = true;
  }

  static void two() throws Exception {
    if (ready) {
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
}
