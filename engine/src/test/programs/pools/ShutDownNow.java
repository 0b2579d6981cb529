// verdict: passes
// why: the task ends with its sleep or with the interrupt of shutdownNow, or never starts.

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

public class ShutDownNow {
  public static void main(String[] args) {
    AtomicInteger ended = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.execute(() -> {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        ended.incrementAndGet();
      }
    });
    List<Runnable> neverStarted = pool.shutdownNow();
    pool.close();
    assert ended.get() + neverStarted.size() == 1;
  }
}
