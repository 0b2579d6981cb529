// verdict: fails deadlock
// why: the only thread that could complete the future takes the other branch.

import java.util.concurrent.CompletableFuture;

public class NeverCompleted {
  public static void main(String[] args) {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    new Thread(
            () -> {
              if (args.length > 0) {
                answer.complete(args.length);
              }
            },
            "worker")
        .start();
    System.out.println(answer.join());
  }
}
