// verdict: fails race
// why: What follows the unlock is not ordered by it (JLS 17.4.4).
class WrittenAfterNotify {
  static int data;
  static final Object LOCK = new Object();
  static boolean ready;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(WrittenAfterNotify::one), "one");
    var two = new Thread(() -> call(WrittenAfterNotify::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    synchronized (LOCK) {
    ready = true;
    LOCK.notify();
    }
    data = 1;
  }

  static void two() throws Exception {
    synchronized (LOCK) {
    while (!ready) {
    LOCK.wait();
    }
    }
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
