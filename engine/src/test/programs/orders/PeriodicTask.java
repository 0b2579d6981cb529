// verdict: all-pass
// why: Runs of a periodic task are ordered (ScheduledThreadPoolExecutor).
import java.util.concurrent.*;

class PeriodicTask {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newScheduledThreadPool(2);
    var latch = new CountDownLatch(2);
    pool.scheduleAtFixedRate(() -> {
    data++;
    latch.countDown();
    }, 1, 1, TimeUnit.SECONDS);
    latch.await();
    pool.shutdownNow();
  }
}
