class Latch {
  /** Lets everyone through, now and later. */
  synchronized void open() {
    notify();
  }

  /** Returns when the latch is open. */
  synchronized void await() throws InterruptedException {
    wait();
  }
}
