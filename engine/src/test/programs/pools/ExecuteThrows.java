// verdict: fails failure IllegalStateException
// why: a task given to execute throws in the worker, where nobody catches.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class ExecuteThrows {
  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.execute(() -> {
      throw new IllegalStateException("disk full");
    });
    pool.shutdown();
  }
}
