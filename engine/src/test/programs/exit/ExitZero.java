// verdict: passes
// why: status 0 is a good end, whatever other threads are up to.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class ExitZero {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    assert pool.submit(() -> "done").get().equals("done");
    System.exit(0);
  }
}
