// verdict: all-pass
// why: The task happens-before the return from get (Future).
import java.util.concurrent.*;

class ResultRetrieved {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    Future<?> task = pool.submit(() -> data = 1);
    task.get();
    int seen = data;
    pool.shutdown();
  }
}
