// verdict: fails failure AssertionError
// why: runAsync returns at once, and main looks before the stage has run.

import java.util.concurrent.CompletableFuture;

public class NotJoined {
  private static volatile String page;

  public static void main(String[] args) {
    CompletableFuture.runAsync(() -> page = "<html>").thenRun(() -> page += "</html>");
    assert page != null : "nothing loaded";
  }
}
