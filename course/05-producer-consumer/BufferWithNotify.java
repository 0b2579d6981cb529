// verdict: fails deadlock or fails lost-wakeup or fails lost-wake-up or fails notify-instead-of-notify-all or fails notify-not-all
// why: notify may wake a thread of the wrong kind, and the signal is spent.
class BufferWithNotify {
  static int items;

  static synchronized void put() throws InterruptedException {
    while (items == 1) {
      BufferWithNotify.class.wait();
    }
    items++;
    BufferWithNotify.class.notify();
  }

  static synchronized void take() throws InterruptedException {
    while (items == 0) {
      BufferWithNotify.class.wait();
    }
    items--;
    BufferWithNotify.class.notify();
  }

  public static void main(String[] args) {
    new Thread(BufferWithNotify::consume, "Ann").start();
    new Thread(BufferWithNotify::consume, "Bob").start();
    new Thread(BufferWithNotify::produce, "Cid").start();
    new Thread(BufferWithNotify::produce, "Dora").start();
  }

  static void consume() {
    try {
      take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void produce() {
    try {
      put();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
