// verdict: all-pass
// why: Each of them happens-before what follows allOf (CompletableFuture).
import java.util.concurrent.*;

class AllCompleted {
  static int data;
  static int other;

  public static void main(String[] args) throws Exception {
    var one = CompletableFuture.runAsync(() -> data = 1);
    var two = CompletableFuture.runAsync(() -> other = 1);
    CompletableFuture.allOf(one, two).join();
    int seen = data + other;
  }
}
