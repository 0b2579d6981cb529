// verdict: passes
// why: Nobody gets past the barrier before both have written.
import java.util.concurrent.CyclicBarrier;

class Rounds {
  static final CyclicBarrier barrier = new CyclicBarrier(2);
  static final int[] sums = new int[2];

  static void work(int self) {
    try {
      sums[self] = 10 + self;
      barrier.await();
      int neighbour = sums[1 - self];
      assert neighbour == 10 + (1 - self) : "the neighbour's sum is " + neighbour;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) {
    new Thread(() -> work(0), "Ann").start();
    new Thread(() -> work(1), "Bob").start();
  }
}
