// verdict: all-pass
// why: The tasks of a single thread are ordered by it (JLS 17.4.3).
import java.util.concurrent.*;

class OneWorker {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    pool.execute(() -> data = 1);
    pool.execute(() -> data = 2);
    pool.shutdown();
  }
}
