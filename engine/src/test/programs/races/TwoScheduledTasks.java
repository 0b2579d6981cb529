// verdict: fails race
// why: Two scheduled tasks are not ordered, whatever their delays (ScheduledExecutorService).
import java.util.concurrent.*;

class TwoScheduledTasks {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newScheduledThreadPool(2);
    pool.schedule(() -> data = 1, 1, TimeUnit.SECONDS);
    pool.schedule(() -> data = 2, 2, TimeUnit.SECONDS);
    pool.shutdown();
  }
}
