// verdict: passes
// why: the hook runs after the last thread has ended and sees its work.

public class ShutdownHook {
  private static volatile boolean worked;

  public static void main(String[] args) {
    Thread hook =
        new Thread(() -> {
          assert worked;
          System.out.println("goodbye");
        });
    Runtime.getRuntime().addShutdownHook(hook);
    new Thread(() -> worked = true).start();
  }
}
