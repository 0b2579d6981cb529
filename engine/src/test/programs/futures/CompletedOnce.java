// verdict: all-pass
// why: of two threads that complete a future one succeeds, and all see its value.

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

public class CompletedOnce {
  public static void main(String[] args) throws InterruptedException {
    CompletableFuture<String> winner = new CompletableFuture<>();
    AtomicInteger successes = new AtomicInteger();
    Thread[] runners = new Thread[2];
    for (int i = 0; i < runners.length; i++) {
      String name = "runner " + i;
      runners[i] =
          new Thread(() -> {
            if (winner.complete(name)) {
              successes.incrementAndGet();
            }
          });
      runners[i].start();
    }
    assert winner.join().startsWith("runner");
    for (Thread runner : runners) {
      runner.join();
    }
    assert successes.get() == 1;
  }
}
