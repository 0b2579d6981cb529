// verdict: fails race
// why: What follows submit is not ordered with the task (ExecutorService).
import java.util.concurrent.*;

class WrittenAfterSubmit {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    pool.submit(() -> { int seen = data; });
    data = 1;
    pool.shutdown();
  }
}
