// verdict: passes
// why: one worker runs all tasks, one after the other.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class OneWorkerNeedsNoLock {
  private static int total;

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.execute(() -> total++);
    pool.execute(() -> total++);
    Future<Integer> seen = pool.submit(() -> total);
    assert seen.get() == 2;
    pool.shutdown();
  }
}
