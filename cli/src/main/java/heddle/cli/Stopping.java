package heddle.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C end an exploration instead of the process: the working thread is interrupted, shows
 * what it has learned so far, and its exit code is the command's.
 *
 * <p>A shutdown hook does it, because the signal classes of the JDK are not API. In a hook, {@code
 * halt} is the one way to set the exit code.
 */
final class Stopping {
  /** Time to draw a report after Ctrl-C. Whoever waits longer presses it again, and means it. */
  private static final long REPORT_SECONDS_MAX = 5;

  private final Thread worker;
  private final CountDownLatch finished = new CountDownLatch(1);

  /** Written before {@link #finished} opens and read after. */
  private int code = ExitCode.BROKEN;

  private Stopping(Thread worker) {
    this.worker = worker;
  }

  /** Watches for signals on behalf of the calling thread. */
  static Stopping onSignals() {
    var stopping = new Stopping(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "heddle-stopping"));
    return stopping;
  }

  /** Leaves with {@code exitCode}; never returns. */
  void exit(int exitCode) {
    code = exitCode;
    finished.countDown();
    // Blocks for ever when a signal has already begun the shutdown; the hook then ends the process.
    System.exit(exitCode);
  }

  private void stop() {
    if (finished.getCount() == 0) {
      return;
    }
    worker.interrupt();
    try {
      if (finished.await(REPORT_SECONDS_MAX, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(code);
      }
    } catch (InterruptedException impossible) {
      Thread.currentThread().interrupt();
    }
  }
}
