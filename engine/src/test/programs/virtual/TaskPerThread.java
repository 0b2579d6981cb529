// verdict: passes
// why: closing the executor waits for all tasks.

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class TaskPerThread {
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> six = executor.submit(() -> 6);
      Future<Integer> seven = executor.submit(() -> 7);
      assert six.get() * seven.get() == 42;
    }
  }
}
