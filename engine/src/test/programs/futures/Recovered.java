// verdict: passes
// why: exceptionally turns the failure into a value.

import java.util.concurrent.CompletableFuture;

public class Recovered {
  private static int parse(String text) {
    return Integer.parseInt(text);
  }

  public static void main(String[] args) {
    int value =
        CompletableFuture.supplyAsync(() -> parse("many"))
            .thenApply(n -> n + 1)
            .exceptionally(failure -> -1)
            .join();
    assert value == -1;
  }
}
