// verdict: fails race
// why: Initialisation orders what the initialiser does, not what is done later (JLS 12.4.2).
class WrittenAfterInitialisation {
  static int data;

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(WrittenAfterInitialisation::one), "one");
    var two = new Thread(() -> call(WrittenAfterInitialisation::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    Holder.BOX.value = 2;
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
