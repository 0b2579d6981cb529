// verdict: fails failure AssertionError
// why: a task hands its result over in a field, and the one that waits is told too early.

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class P14 {
  private static volatile String result;

  public static void main(String[] args) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CountDownLatch ready = new CountDownLatch(1);
    pool.execute(
        () -> {
          ready.countDown();
          result = "bread";
        });
    pool.execute(
        () -> {
          try {
            ready.await();
            assert result != null : "handed over before it was there";
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    pool.shutdown();
  }
}
