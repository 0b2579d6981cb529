// verdict: all-pass
// why: Each thread has a variable of its own (ThreadLocal).
class OwnThreadLocal {
  static int data;
  static final ThreadLocal<int[]> own = ThreadLocal.withInitial(() -> new int[1]);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(OwnThreadLocal::one), "one");
    var two = new Thread(() -> call(OwnThreadLocal::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    own.get()[0]++;
  }

  static void two() throws Exception {
    own.get()[0]++;
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
