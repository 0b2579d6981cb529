// fails: deadlock-free
// why: The third is woken by the first and does not look again; then nobody is next.
class Order {
  private int next = 1;

  synchronized void first(Runnable print) throws InterruptedException {
    turn(1, print);
  }

  synchronized void second(Runnable print) throws InterruptedException {
    turn(2, print);
  }

  synchronized void third(Runnable print) throws InterruptedException {
    turn(3, print);
  }

  private void turn(int mine, Runnable print) throws InterruptedException {
    if (next != mine) {
      wait();
    }
    print.run();
    next++;
    notifyAll();
  }
}
