// verdict: fails failure IllegalStateException or passes
// why: submit keeps the exception in a future that nobody asks, and the program ends as usual.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class UnobservedFailure {
  private static void save() {
    throw new IllegalStateException("disk full");
  }

  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.submit(UnobservedFailure::save);
    pool.shutdown();
  }
}
