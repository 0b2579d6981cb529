class Buffer {
  private Integer item;

  /** Puts an item in; waits while there is one already. */
  synchronized void put(int newItem) throws InterruptedException {
    // Your work begins here.
    item = newItem;
  }

  /** Takes the item out; waits while there is none. */
  synchronized int take() throws InterruptedException {
    int taken = item;
    item = null;
    return taken;
  }
}
