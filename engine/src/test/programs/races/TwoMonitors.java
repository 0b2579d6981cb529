// verdict: fails race
// why: Two different monitors order nothing (JLS 17.4.4).
class TwoMonitors {
  static int data;
  static final Object A = new Object();
  static final Object B = new Object();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(TwoMonitors::one), "one");
    var two = new Thread(() -> call(TwoMonitors::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    synchronized (A) {
    data = 1;
    }
  }

  static void two() throws Exception {
    synchronized (B) {
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
