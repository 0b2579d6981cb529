// verdict: all-pass
// interleavings: 90
// why: two monitor entries each of three threads, so 6! / (2! 2! 2!) orders.

public class ThreeSynchronized {
  private static int value;

  private static synchronized void increment() {
    value++;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(() -> {
            increment();
            increment();
          });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assert value == 6;
  }
}
