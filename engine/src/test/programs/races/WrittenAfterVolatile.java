// verdict: fails race
// why: What follows a volatile write is not ordered by it (JLS 17.4.4).
class WrittenAfterVolatile {
  static int data;
  static volatile boolean ready;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(WrittenAfterVolatile::one), "one");
    var two = new Thread(() -> call(WrittenAfterVolatile::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    ready = true;
    data = 1;
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
