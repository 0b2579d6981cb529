// verdict: fails deadlock
// cause: notify-instead-of-notify-all
// why: producers and consumers share a wait set, so notify can wake the wrong kind.

public class BufferWithNotify {
  private Integer item;

  synchronized void put(int value) throws InterruptedException {
    while (item != null) {
      wait();
    }
    item = value;
    notify();
  }

  synchronized int take() throws InterruptedException {
    while (item == null) {
      wait();
    }
    int value = item;
    item = null;
    notify();
    return value;
  }

  interface Action {
    void run() throws InterruptedException;
  }

  private static void start(String name, Action action) {
    Runnable body =
        () -> {
          try {
            action.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    new Thread(body, name).start();
  }

  public static void main(String[] args) {
    BufferWithNotify buffer = new BufferWithNotify();
    start("consumer-1", buffer::take);
    start("consumer-2", buffer::take);
    start("producer-1", () -> buffer.put(1));
    start("producer-2", () -> buffer.put(2));
  }
}
