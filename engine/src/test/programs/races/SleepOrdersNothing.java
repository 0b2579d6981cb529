// verdict: fails race
// why: Sleeping has no synchronization semantics (JLS 17.3).
class SleepOrdersNothing {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(SleepOrdersNothing::one), "one");
    var two = new Thread(() -> call(SleepOrdersNothing::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
  }

  static void two() throws Exception {
    Thread.sleep(100);
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
