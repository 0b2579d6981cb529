// verdict: fails race
// why: Two stages that depend on the same one are not ordered (CompletionStage).
import java.util.concurrent.*;

class TwoStages {
  static int data;

  public static void main(String[] args) throws Exception {
    var first = CompletableFuture.runAsync(() -> {});
    var one = first.thenRunAsync(() -> data = 1);
    var two = first.thenRunAsync(() -> data = 2);
    one.join();
    two.join();
  }
}
