// why: After a put nobody is woken.
/** A buffer of several items, first in, first out. */
class Buffer {
  private final int capacity;
  private final java.util.ArrayDeque<Integer> items = new java.util.ArrayDeque<>();

  Buffer(int capacity) {
    this.capacity = capacity;
  }

  synchronized void put(int item) throws InterruptedException {
    while (items.size() == capacity) {
      wait();
    }
    items.addLast(item);
  }

  synchronized int take() throws InterruptedException {
    while (items.isEmpty()) {
      wait();
    }
    int item = items.removeFirst();
    notifyAll();
    return item;
  }

  synchronized int size() {
    return items.size();
  }
}
