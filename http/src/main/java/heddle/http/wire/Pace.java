package heddle.http.wire;

import heddle.http.Deadlines;
import heddle.http.net.Deadline;
import heddle.http.net.DeadlineException;
import java.util.concurrent.TimeUnit;

/** Keeps a body coming: no pause longer than allowed, and a rate on average. */
final class Pace {
  private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Deadline deadline;
  private final long pauseNanos;
  private final int bytesPerSecond;
  private final long startNanos = System.nanoTime();

  Pace(Deadline deadline, Deadlines deadlines) {
    this.deadline = deadline;
    this.pauseNanos = deadlines.bodyPause().toNanos();
    this.bytesPerSecond = deadlines.bytesPerSecond();
  }

  /**
   * Sets the deadline for the next byte.
   *
   * @param bytes how many have come so far
   * @throws DeadlineException if they came too slowly
   */
  void await(long bytes) throws DeadlineException {
    long wait = pauseNanos;
    if (bytesPerSecond > 0) {
      long allowedNanos =
          pauseNanos + bytes / bytesPerSecond * NANOS_PER_SECOND; // whole seconds: no overflow
      long leftNanos = startNanos + allowedNanos - System.nanoTime();
      if (leftNanos <= 0) {
        throw new DeadlineException();
      }
      wait = Math.min(wait, leftNanos);
    }
    deadline.inNanos(wait);
  }

  /** The body is complete, or nobody waits for it. */
  void done() {
    deadline.clear();
  }
}
