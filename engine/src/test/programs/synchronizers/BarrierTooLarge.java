// verdict: fails deadlock
// cause: none
// why: the barrier waits for three, and only two threads come.

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

public class BarrierTooLarge {
  public static void main(String[] args) {
    CyclicBarrier barrier = new CyclicBarrier(3);
    for (int i = 0; i < 2; i++) {
      new Thread(
              () -> {
                try {
                  barrier.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                  throw new IllegalStateException(e);
                }
              },
              "walker-" + i)
          .start();
    }
  }
}
