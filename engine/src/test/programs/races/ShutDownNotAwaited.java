// verdict: fails race
// why: shutdown waits for nothing (ExecutorService.shutdown).
import java.util.concurrent.*;

class ShutDownNotAwaited {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    pool.execute(() -> data = 1);
    pool.shutdown();
    int seen = data;
  }
}
