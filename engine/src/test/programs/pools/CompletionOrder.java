// verdict: passes
// why: a completion service gives the results as they come, whatever their order.

import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class CompletionOrder {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    ExecutorCompletionService<Integer> results = new ExecutorCompletionService<>(pool);
    results.submit(() -> 10);
    results.submit(() -> 20);
    int sum = results.take().get() + results.take().get();
    pool.shutdown();
    assert sum == 30;
  }
}
