// verdict: all-pass
// why: A wait ends by locking the monitor again (JLS 17.2, 17.4.4).
class WaitAndNotify {
  static int data;
  static final Object LOCK = new Object();
  static boolean ready;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(WaitAndNotify::one), "one");
    var two = new Thread(() -> call(WaitAndNotify::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    synchronized (LOCK) {
    data = 1;
    ready = true;
    LOCK.notify();
    }
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
