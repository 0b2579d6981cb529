// verdict: all-pass
// why: the program's own handler takes the exception.

public class UncaughtHandler {
  private static String report;

  public static void main(String[] args) throws InterruptedException {
    Thread worker =
        new Thread(
            () -> {
              throw new IllegalStateException("disk full");
            },
            "worker");
    worker.setUncaughtExceptionHandler(
        (thread, failure) -> report = thread.getName() + ": " + failure.getMessage());
    worker.start();
    worker.join();
    assert report.equals("worker: disk full") : report;
  }
}
