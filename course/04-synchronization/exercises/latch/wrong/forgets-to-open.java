// fails: deadlock-free
// why: It wakes, but the state still says closed.
class Latch {
  private boolean open;

  /** Lets everyone through, now and later. */
  synchronized void open() {
    notifyAll();
  }

  /** Returns when the latch is open. */
  synchronized void await() throws InterruptedException {
    while (!open) {
      wait();
    }
  }
}
