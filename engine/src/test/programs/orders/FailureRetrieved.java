// verdict: all-pass
// why: The task happens-before the ExecutionException (Future).
import java.util.concurrent.*;

class FailureRetrieved {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    Future<?> task = pool.submit(() -> {
    data = 1;
    throw new IllegalStateException();
    });
    try {
    task.get();
    } catch (ExecutionException e) {
    int seen = data;
    }
    pool.shutdown();
  }
}
