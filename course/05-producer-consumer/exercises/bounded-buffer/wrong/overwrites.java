// fails: deadlock-free
// why: A full buffer takes another item, and a consumer waits for the lost one.
class Buffer {
  private Integer item;

  /** Puts an item in; waits while there is one already. */
  synchronized void put(int newItem) throws InterruptedException {
    item = newItem;
    notifyAll();
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
