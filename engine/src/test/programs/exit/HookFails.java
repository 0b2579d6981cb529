// verdict: fails failure IllegalStateException
// why: an exception in a shutdown hook is as uncaught as any other.

public class HookFails {
  public static void main(String[] args) {
    Thread hook =
        new Thread(
            () -> {
              throw new IllegalStateException("could not save");
            },
            "save on exit");
    Runtime.getRuntime().addShutdownHook(hook);
  }
}
