// verdict: all-pass
// why: The end of a thread happens-before a return from join (JLS 17.4.4).
class Joined {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(Joined::one), "one");
    var two = new Thread(() -> call(Joined::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
    int seen = data;
  }

  static void one() throws Exception {
    data = 1;
  }

  static void two() throws Exception {
    int own = 1;
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
