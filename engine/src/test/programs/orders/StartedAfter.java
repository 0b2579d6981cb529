// verdict: all-pass
// why: Starting a thread happens-before its first action (JLS 17.4.4).
class StartedAfter {
  static int data;

  public static void main(String[] args) throws Exception {
    data = 1;
    var one = new Thread(() -> call(StartedAfter::one), "one");
    var two = new Thread(() -> call(StartedAfter::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    int seen = data;
  }

  static void two() throws Exception {
    int seen = data;
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
