// verdict: all-pass
// why: The task happens-before the return from take (CompletionService).
import java.util.concurrent.*;

class CompletionTaken {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    var completions = new ExecutorCompletionService<Integer>(pool);
    completions.submit(() -> data = 1);
    completions.take();
    int seen = data;
    pool.shutdown();
  }
}
