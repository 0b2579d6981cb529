// verdict: all-pass
// races: ignore
// interleavings: 90
// why: two accesses each of three threads, so 6! / (2! 2! 2!) orders.

public class ThreeByOne {
  private static int value;

  public static void main(String[] args) throws InterruptedException {
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> value++);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assert value >= 1 && value <= 3;
  }
}
