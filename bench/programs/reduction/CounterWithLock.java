// verdict: all-pass
// why: right in every order; bench/run reduction counts these.

/** Three threads count twice each, under one lock. */
class CounterWithLock {
  static final Object lock = new Object();
  static int value;

  static void count() {
    for (int i = 0; i < 2; i++) {
      synchronized (lock) {
        value++;
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(CounterWithLock::count);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assert value == 6;
  }
}
