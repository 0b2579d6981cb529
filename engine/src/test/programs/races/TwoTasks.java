// verdict: fails race
// why: Two tasks of a pool are not ordered (ExecutorService).
import java.util.concurrent.*;

class TwoTasks {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newFixedThreadPool(2);
    pool.execute(() -> data = 1);
    pool.execute(() -> data = 2);
    pool.shutdown();
  }
}
