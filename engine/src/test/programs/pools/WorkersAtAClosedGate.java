// verdict: fails deadlock
// cause: none
// why: both workers wait for a gate that nobody opens; that a task stands in the queue is no matter.

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class WorkersAtAClosedGate {
  public static void main(String[] args) {
    CountDownLatch gate = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 3; i++) {
      pool.submit(() -> {
        gate.await();
        return null;
      });
    }
    pool.shutdown();
  }
}
