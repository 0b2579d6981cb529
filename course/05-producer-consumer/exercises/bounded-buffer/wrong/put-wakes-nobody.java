// fails: deadlock-free
// why: A consumer that waits is never told.
class Buffer {
  private Integer item;

  /** Puts an item in; waits while there is one already. */
  synchronized void put(int newItem) throws InterruptedException {
    while (item != null) {
      wait();
    }
    item = newItem;
  }

  /** Takes the item out; waits while there is none. */
  synchronized int take() throws InterruptedException {
    while (item == null) {
      wait();
    }
    int taken = item;
    item = null;
    notifyAll();
    return taken;
  }
}
