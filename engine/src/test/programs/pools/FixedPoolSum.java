// verdict: passes
// why: each task returns its share, and close waits for the workers to end.

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class FixedPoolSum {
  public static void main(String[] args) throws Exception {
    List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2, () -> 3);
    try (var pool = Executors.newFixedThreadPool(2)) {
      int sum = 0;
      for (Future<Integer> part : pool.invokeAll(tasks)) {
        sum += part.get();
      }
      assert sum == 6;
    }
  }
}
