// verdict: all-pass
// why: awaitTermination returns when all threads of the pool have ended (ExecutorService, JLS 17.4.4).
import java.util.concurrent.*;

class Terminated {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    pool.execute(() -> data = 1);
    pool.shutdown();
    if (pool.awaitTermination(1, TimeUnit.HOURS)) {
    int seen = data;
    }
  }
}
