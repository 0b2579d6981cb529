// verdict: all-pass
// why: right in every order; bench/run reduction counts these.

/** Peterson's lock for two threads, taken once by each. */
class Peterson {
  static volatile boolean first;
  static volatile boolean second;
  static volatile int turn;
  static int inside;

  static void first() {
    first = true;
    turn = 2;
    while (second && turn == 2) {
      Thread.onSpinWait();
    }
    inside++;
    first = false;
  }

  static void second() {
    second = true;
    turn = 1;
    while (first && turn == 1) {
      Thread.onSpinWait();
    }
    inside++;
    second = false;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread one = new Thread(Peterson::first);
    Thread two = new Thread(Peterson::second);
    one.start();
    two.start();
    one.join();
    two.join();
    assert inside == 2;
  }
}
