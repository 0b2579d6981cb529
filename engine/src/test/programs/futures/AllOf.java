// verdict: passes
// why: allOf completes when every part has.

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

public class AllOf {
  public static void main(String[] args) {
    AtomicInteger visited = new AtomicInteger();
    List<CompletableFuture<Void>> visits =
        List.of(
            CompletableFuture.runAsync(visited::incrementAndGet),
            CompletableFuture.runAsync(visited::incrementAndGet));
    CompletableFuture.allOf(visits.toArray(new CompletableFuture<?>[0])).join();
    assert visited.get() == 2;
  }
}
