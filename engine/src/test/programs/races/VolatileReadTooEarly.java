// verdict: fails race
// why: A read that comes before the write sees nothing of it (JLS 17.4.4).
class VolatileReadTooEarly {
  static int data;
  static volatile boolean ready;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(VolatileReadTooEarly::one), "one");
    var two = new Thread(() -> call(VolatileReadTooEarly::two), "two");
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
    boolean seen = ready;
    int value = data;
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
