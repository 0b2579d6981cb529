// verdict: all-pass
// why: A stage happens-before those that depend on it (CompletionStage).
import java.util.concurrent.*;

class Stages {
  static int data;

  public static void main(String[] args) throws Exception {
    var last = CompletableFuture.supplyAsync(() -> data = 1).thenApply(value -> data + value).thenApplyAsync(value -> data + value);
    last.join();
    int seen = data;
  }
}
