// verdict: fails race
// why: anyOf waits for one of them only (CompletableFuture).
import java.util.concurrent.*;

class AnyCompleted {
  static int data;
  static int other;

  public static void main(String[] args) throws Exception {
    var one = CompletableFuture.runAsync(() -> data = 1);
    var two = CompletableFuture.runAsync(() -> other = 1);
    CompletableFuture.anyOf(one, two).join();
    int seen = data + other;
  }
}
