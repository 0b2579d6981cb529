// fails: deadlock-free
// why: The second runner sleeps on.
class Latch {
  private boolean open;

  /** Lets everyone through, now and later. */
  synchronized void open() {
    open = true;
    notify();
  }

  /** Returns when the latch is open. */
  synchronized void await() throws InterruptedException {
    while (!open) {
      wait();
    }
  }
}
