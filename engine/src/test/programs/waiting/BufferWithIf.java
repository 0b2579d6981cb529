// verdict: fails failure java.util.NoSuchElementException
// cause: if-instead-of-while
// why: after notifyAll the second consumer does not look again whether an item is left.

import java.util.LinkedList;

public class BufferWithIf {
  private final LinkedList<String> items = new LinkedList<>();

  synchronized void put(String item) {
    items.addLast(item);
    notifyAll();
  }

  synchronized String take() {
    if (items.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return items.removeFirst();
  }

  public static void main(String[] args) {
    BufferWithIf buffer = new BufferWithIf();
    new Thread(buffer::take, "consumer-1").start();
    new Thread(buffer::take, "consumer-2").start();
    buffer.put("tea");
    buffer.put("cake");
  }
}
