// verdict: fails failure AssertionError
// only-sleep: true
// why: awaitTermination gives up after ten seconds, and its result is not looked at.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public class AwaitTerminationTrusted {
  public static void main(String[] args) throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    pool.execute(done::incrementAndGet);
    pool.execute(done::incrementAndGet);
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    assert done.get() == 2 : done + " of 2 done";
  }
}
