// verdict: fails race
// why: A flag that is not volatile orders nothing (JLS 17.4.5).
class PlainFlag {
  static int data;
  static boolean ready;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(PlainFlag::one), "one");
    var two = new Thread(() -> call(PlainFlag::two), "two");
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
