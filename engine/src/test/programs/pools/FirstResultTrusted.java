// verdict: fails failure AssertionError
// why: the task submitted first need not be the one that is done first.

import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class FirstResultTrusted {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    ExecutorCompletionService<String> results = new ExecutorCompletionService<>(pool);
    results.submit(() -> "first");
    results.submit(() -> "second");
    String winner = results.take().get();
    pool.shutdown();
    assert winner.equals("first") : winner;
  }
}
