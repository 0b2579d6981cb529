// verdict: passes
// why: three sleeping tasks on a pool of two, then shutdown and awaitTermination.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class SleepingPool {
  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 3; i++) {
      pool.submit(SleepingPool::pause);
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
