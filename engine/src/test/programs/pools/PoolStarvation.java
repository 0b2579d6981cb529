// verdict: fails deadlock
// cause: exhausted-pool
// why: the only worker waits for a task that is queued behind it.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class PoolStarvation {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    Future<Integer> outer =
        pool.submit(() -> {
          Future<Integer> inner = pool.submit(() -> 21);
          return 2 * inner.get();
        });
    System.out.println(outer.get());
    pool.shutdown();
  }
}
