// verdict: all-pass
// why: the default handler is set in this execution and must not be there from an earlier one.

import java.util.concurrent.atomic.AtomicInteger;

public class DefaultHandler {
  private static final AtomicInteger failures = new AtomicInteger();

  public static void main(String[] args) throws InterruptedException {
    assert Thread.getDefaultUncaughtExceptionHandler() == null;
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> failures.incrementAndGet());
    Runnable failing =
        () -> {
          throw new UnsupportedOperationException();
        };
    Thread first = new Thread(failing);
    Thread second = new Thread(failing);
    first.start();
    second.start();
    first.join();
    second.join();
    assert failures.get() == 2;
  }
}
