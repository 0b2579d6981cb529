// fails: right
// why: Woken, it does not look again.
class Buffer {
  private Integer item;

  /** Puts an item in; waits while there is one already. */
  synchronized void put(int newItem) throws InterruptedException {
    if (item != null) {
      wait();
    }
    item = newItem;
    notifyAll();
  }

  /** Takes the item out; waits while there is none. */
  synchronized int take() throws InterruptedException {
    if (item == null) {
      wait();
    }
    int taken = item;
    item = null;
    notifyAll();
    return taken;
  }
}
