// verdict: passes
// why: main waits for three ticks and then shuts the scheduler down.

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class FixedRate {
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch ticks = new CountDownLatch(3);
    long start = System.nanoTime();
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    clock.scheduleAtFixedRate(ticks::countDown, 100, 100, TimeUnit.MILLISECONDS);
    ticks.await();
    clock.shutdownNow();
    assert System.nanoTime() - start >= 300_000_000L;
  }
}
