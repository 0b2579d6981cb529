// verdict: fails failure IllegalStateException
// only-sleep: true
// why: the other party can be late for the one second that the first waits.

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

public class BarrierWithTime {
  private static final CyclicBarrier barrier = new CyclicBarrier(2);

  private static void meet() {
    try {
      barrier.await(1, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("nobody came", e);
    }
  }

  public static void main(String[] args) {
    new Thread(BarrierWithTime::meet, "Ann").start();
    new Thread(BarrierWithTime::meet, "Bob").start();
  }
}
