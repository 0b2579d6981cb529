// verdict: passes
// why: both sides wait in a loop and wake everybody.

import java.util.ArrayDeque;
import java.util.Queue;

public class BoundedBuffer<T> {
  private final Queue<T> items = new ArrayDeque<>();
  private final int capacity;

  BoundedBuffer(int capacity) {
    this.capacity = capacity;
  }

  synchronized void put(T item) throws InterruptedException {
    while (items.size() == capacity) {
      wait();
    }
    items.add(item);
    notifyAll();
  }

  synchronized T take() throws InterruptedException {
    while (items.isEmpty()) {
      wait();
    }
    T item = items.remove();
    notifyAll();
    return item;
  }

  public static void main(String[] args) throws InterruptedException {
    BoundedBuffer<Integer> buffer = new BoundedBuffer<>(1);
    Thread producer =
        new Thread(() -> {
          try {
            for (int i = 1; i <= 3; i++) {
              buffer.put(i);
            }
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    producer.start();
    for (int expected = 1; expected <= 3; expected++) {
      assert buffer.take() == expected;
    }
    producer.join();
  }
}
