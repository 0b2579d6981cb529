// verdict: fails failure java.util.concurrent.CompletionException
// only-sleep: true
// why: the answer can be late for its time-out.

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public class OrTimeoutTrusted {
  private static String ask() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "yes";
  }

  public static void main(String[] args) {
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(OrTimeoutTrusted::ask).orTimeout(200, TimeUnit.MILLISECONDS);
    System.out.println(answer.join());
  }
}
