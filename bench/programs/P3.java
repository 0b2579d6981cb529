// verdict: fails deadlock or failure IllegalStateException
// why: a buffer for one item asks with if and wakes with notify.

public class P3 {
  private Integer item;

  private synchronized void put(int value) throws InterruptedException {
    if (item != null) {
      wait();
    }
    if (item != null) {
      throw new IllegalStateException("full");
    }
    item = value;
    notify();
  }

  private synchronized int take() throws InterruptedException {
    if (item == null) {
      wait();
    }
    if (item == null) {
      throw new IllegalStateException("empty");
    }
    int value = item;
    item = null;
    notify();
    return value;
  }

  private static Thread start(P3 buffer, boolean producer) {
    Runnable work =
        () -> {
          try {
            for (int i = 0; i < 2; i++) {
              if (producer) {
                buffer.put(i);
              } else {
                buffer.take();
              }
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  public static void main(String[] args) throws InterruptedException {
    P3 buffer = new P3();
    Thread[] threads = {
      start(buffer, true), start(buffer, true), start(buffer, false), start(buffer, false)
    };
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
