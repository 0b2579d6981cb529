// verdict: all-pass
// races: ignore
// interleavings: 34650
// executions: 40000
// seconds: 20
// why: four accesses each of three threads, so 12! / (4! 4! 4!) orders.

public class ThreeByTwo {
  private static int value;

  private static void twice() {
    value++;
    value++;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(ThreeByTwo::twice);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assert value >= 2 && value <= 6;
  }
}
