// fails: deadlock-free
// why: The one that is woken may be of the wrong kind.
class Buffer {
  private Integer item;

  /** Puts an item in; waits while there is one already. */
  synchronized void put(int newItem) throws InterruptedException {
    while (item != null) {
      wait();
    }
    item = newItem;
    notify();
  }

  /** Takes the item out; waits while there is none. */
  synchronized int take() throws InterruptedException {
    while (item == null) {
      wait();
    }
    int taken = item;
    item = null;
    notify();
    return taken;
  }
}
