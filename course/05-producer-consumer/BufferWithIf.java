// verdict: fails
// why: After its wake-up a consumer does not look again.
class BufferWithIf {
  static int items;

  static synchronized void put() throws InterruptedException {
    if (items == 1) {
      BufferWithIf.class.wait();
    }
    items++;
    BufferWithIf.class.notifyAll();
  }

  static synchronized void take() throws InterruptedException {
    if (items == 0) {
      BufferWithIf.class.wait();
    }
    items--;
    assert items >= 0 : "took from an empty buffer";
    BufferWithIf.class.notifyAll();
  }

  public static void main(String[] args) {
    new Thread(BufferWithIf::consume, "Ann").start();
    new Thread(BufferWithIf::consume, "Bob").start();
    new Thread(BufferWithIf::produce, "Producer").start();
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
      put();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
