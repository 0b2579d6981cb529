// verdict: fails lost-update or failure AssertionError
// why: four stages on a pool of two read an atomic and then set it.

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

public class P7 {
  private static final AtomicInteger sum = new AtomicInteger();

  private static void add(int amount) {
    int before = sum.get();
    sum.set(before + amount);
  }

  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CompletableFuture<?>[] stages = new CompletableFuture<?>[4];
    for (int i = 0; i < stages.length; i++) {
      int amount = i + 1;
      stages[i] = CompletableFuture.runAsync(() -> add(amount), pool);
    }
    CompletableFuture.allOf(stages).join();
    pool.shutdown();
    assert sum.get() == 10 : sum;
  }
}
