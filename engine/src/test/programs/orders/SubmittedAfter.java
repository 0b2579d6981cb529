// verdict: all-pass
// why: What precedes submit happens-before the task (ExecutorService).
import java.util.concurrent.*;

class SubmittedAfter {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    data = 1;
    pool.submit(() -> { int seen = data; });
    pool.shutdown();
  }
}
