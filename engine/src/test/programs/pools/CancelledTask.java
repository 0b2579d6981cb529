// verdict: passes
// why: a cancelled task throws at get, one that was done before gives its value.

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class CancelledTask {
  public static void main(String[] args) throws Exception {
    try (var pool = Executors.newFixedThreadPool(1)) {
      Future<String> task = pool.submit(() -> "done");
      boolean cancelled = task.cancel(true);
      try {
        assert task.get().equals("done") && !cancelled;
      } catch (CancellationException e) {
        assert cancelled;
      }
    }
  }
}
