// verdict: fails race
// why: Two thread locals that hold one object share it (ThreadLocal).
class SharedByThreadLocal {
  static int data;
  static final int[] SHARED = new int[1];
  static final ThreadLocal<int[]> own = ThreadLocal.withInitial(() -> SHARED);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(SharedByThreadLocal::one), "one");
    var two = new Thread(() -> call(SharedByThreadLocal::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    own.get()[0] = 1;
  }

  static void two() throws Exception {
    int seen = own.get()[0];
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
