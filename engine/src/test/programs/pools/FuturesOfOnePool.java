// verdict: fails deadlock
// cause: exhausted-pool
// why: the only worker joins a future that is to be completed by the same worker.

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class FuturesOfOnePool {
  private static final ExecutorService pool = Executors.newSingleThreadExecutor();

  private static int price(String item) {
    CompletableFuture<Integer> rate = CompletableFuture.supplyAsync(() -> 2, pool);
    return item.length() * rate.join();
  }

  public static void main(String[] args) {
    CompletableFuture<Integer> tea = CompletableFuture.supplyAsync(() -> price("tea"), pool);
    System.out.println(tea.join());
    pool.shutdown();
  }
}
