// verdict: passes
// why: the barrier's action runs when all have arrived and before any goes on.

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

public class BarrierRounds {
  private static final int[] cells = new int[2];
  private static int sum;
  private static final CyclicBarrier barrier =
      new CyclicBarrier(2, () -> sum = cells[0] + cells[1]);

  private static void work(int cell) {
    try {
      for (int round = 1; round <= 2; round++) {
        cells[cell] += round;
        barrier.await();
        assert sum == (round == 1 ? 2 : 6) : sum;
        barrier.await();
      }
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread other = new Thread(() -> work(1));
    other.start();
    work(0);
    other.join();
  }
}
