// verdict: fails lost-update or failure AssertionError
// why: the field that names the monitor changes with every update, so another is locked next.

public class LockReplaced {
  private static StringBuilder log = new StringBuilder();

  private static void append(String text) {
    synchronized (log) {
      log = new StringBuilder(log).append(text);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Runnable twice =
        () -> {
          append("x");
          append("y");
        };
    Thread first = new Thread(twice);
    Thread second = new Thread(twice);
    first.start();
    second.start();
    first.join();
    second.join();
    assert log.length() == 4 : log;
  }
}
