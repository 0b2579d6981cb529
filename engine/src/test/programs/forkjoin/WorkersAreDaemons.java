// verdict: passes
// why: threads of a fork-join pool are daemons, so one that is never shut down does no harm.

import java.util.concurrent.ForkJoinPool;

public class WorkersAreDaemons {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    assert pool.submit(() -> Thread.currentThread().isDaemon()).get();
  }
}
