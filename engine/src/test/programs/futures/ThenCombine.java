// verdict: passes
// why: the combination waits for both parts.

import java.util.concurrent.CompletableFuture;

public class ThenCombine {
  public static void main(String[] args) {
    CompletableFuture<Integer> price = CompletableFuture.supplyAsync(() -> 20);
    CompletableFuture<Integer> pieces = CompletableFuture.supplyAsync(() -> 3);
    int total = price.thenCombine(pieces, (p, n) -> p * n).thenApplyAsync(t -> t + 5).join();
    assert total == 65;
  }
}
