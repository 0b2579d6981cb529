// verdict: all-pass
// why: The end of an initialiser happens-before the first use in any thread (JLS 12.4.2).
class LazyInitialisation {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(LazyInitialisation::one), "one");
    var two = new Thread(() -> call(LazyInitialisation::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    int seen = Holder.BOX.value;
  }

  static void two() throws Exception {
    int seen = Holder.BOX.value;
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

  static class Holder {
    static final Box BOX = new Box();
  }

  static class Box {
    int value = 1;
  }
}
