// verdict: fails race
// why: Without get, nothing orders the task and the one that submitted it (Future).
import java.util.concurrent.*;

class ResultNotRetrieved {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    Future<?> task = pool.submit(() -> data = 1);
    int seen = data;
    pool.shutdown();
  }
}
