// verdict: all-pass
// why: An unlock happens-before every later lock of the same monitor (JLS 17.4.4).
class OneMonitor {
  static int data;
  static final Object LOCK = new Object();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(OneMonitor::one), "one");
    var two = new Thread(() -> call(OneMonitor::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    synchronized (LOCK) {
    data++;
    }
  }

  static void two() throws Exception {
    synchronized (LOCK) {
    data++;
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
