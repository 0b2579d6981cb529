// why: It wakes only one thread, which may be of the wrong kind.
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
    notify();
  }

  synchronized int take() throws InterruptedException {
    while (items.isEmpty()) {
      wait();
    }
    int item = items.removeFirst();
    notify();
    return item;
  }

  synchronized int size() {
    return items.size();
  }
}
