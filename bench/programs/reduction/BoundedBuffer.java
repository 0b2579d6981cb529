// verdict: all-pass
// why: right in every order; bench/run reduction counts these.

/** A buffer for one item, two producers of one item each and two consumers. */
class BoundedBuffer {
  static Integer item;

  static synchronized void put(int value) throws InterruptedException {
    while (item != null) {
      BoundedBuffer.class.wait();
    }
    item = value;
    BoundedBuffer.class.notifyAll();
  }

  static synchronized int take() throws InterruptedException {
    while (item == null) {
      BoundedBuffer.class.wait();
    }
    int taken = item;
    item = null;
    BoundedBuffer.class.notifyAll();
    return taken;
  }

  static final int[] sums = new int[2];

  static Thread consumer(int number) {
    return new Thread(
        () -> {
          try {
            sums[number] = take();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  static Thread producer(int value) {
    return new Thread(
        () -> {
          try {
            put(value);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] threads = {producer(1), producer(2), consumer(0), consumer(1)};
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assert sums[0] + sums[1] == 3;
  }
}
