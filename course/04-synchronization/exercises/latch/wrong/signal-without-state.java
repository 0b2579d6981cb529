// fails: deadlock-free
// why: A signal that comes before the wait is lost.
class Latch {
  /** Lets everyone through, now and later. */
  synchronized void open() {
    notifyAll();
  }

  /** Returns when the latch is open. */
  synchronized void await() throws InterruptedException {
    wait();
  }
}
