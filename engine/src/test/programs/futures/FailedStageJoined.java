// verdict: fails failure java.util.concurrent.CompletionException
// why: join throws what the stage threw.

import java.util.concurrent.CompletableFuture;

public class FailedStageJoined {
  public static void main(String[] args) {
    int zero = args.length;
    int result = CompletableFuture.supplyAsync(() -> 1 / zero).join();
    System.out.println(result);
  }
}
