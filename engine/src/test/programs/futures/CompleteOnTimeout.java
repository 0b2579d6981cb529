// verdict: passes
// why: the value or its substitute, both are fine.

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public class CompleteOnTimeout {
  public static void main(String[] args) throws InterruptedException {
    CompletableFuture<String> forecast = new CompletableFuture<>();
    Thread service = new Thread(() -> forecast.complete("sunny"));
    String substitute = "no forecast";
    CompletableFuture<String> shown =
        forecast.completeOnTimeout(substitute, 100, TimeUnit.MILLISECONDS);
    service.start();
    String seen = shown.join();
    assert seen.equals("sunny") || seen.equals(substitute);
    service.join();
  }
}
