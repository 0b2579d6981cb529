// verdict: passes
// why: the loop asks again until the pool has ended.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public class AwaitTerminationLoop {
  public static void main(String[] args) throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    pool.execute(done::incrementAndGet);
    pool.execute(done::incrementAndGet);
    pool.shutdown();
    while (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
      System.out.println("still working");
    }
    assert done.get() == 2;
  }
}
