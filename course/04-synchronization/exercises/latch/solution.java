class Latch {
  private boolean open;

  /** Lets everyone through, now and later. */
  synchronized void open() {
    open = true;
    notifyAll();
  }

  /** Returns when the latch is open. */
  synchronized void await() throws InterruptedException {
    while (!open) {
      wait();
    }
  }
}
