// verdict: fails exit 2
// why: halt ends the program at once, without shutdown hooks.

public class Halt {
  public static void main(String[] args) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              throw new IllegalStateException("halt runs no hooks");
            }));
    Runtime.getRuntime().halt(2);
  }
}
