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
    while (next != mine) {
      wait();
    }
    print.run();
    next++;
    notifyAll();
  }
}
