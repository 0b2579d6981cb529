// fails: no-sleep
// why: It looks again and again, and keeps a processor busy.
class Order {
  private volatile int next = 1;

  void first(Runnable print) {
    turn(1, print);
  }

  void second(Runnable print) {
    turn(2, print);
  }

  void third(Runnable print) {
    turn(3, print);
  }

  private void turn(int mine, Runnable print) {
    while (next != mine) {
      Thread.onSpinWait();
    }
    print.run();
    next = mine + 1;
  }
}
