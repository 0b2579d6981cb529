package heddle.engine;

import java.time.Duration;

/**
 * How much an exploration may spend. It ends at the first limit reached.
 *
 * @param time wall-clock time; positive
 * @param executions number of executions; at least 1
 * @param steps number of scheduling points over all executions; at least 1
 */
public record Budget(Duration time, long executions, long steps) {
  /** Ten seconds, and as many executions and steps as fit. */
  public static final Budget DEFAULT =
      new Budget(Duration.ofSeconds(10), Long.MAX_VALUE, Long.MAX_VALUE);

  /** Rejects limits that are not positive. */
  public Budget {
    if (!time.isPositive()) {
      throw new IllegalArgumentException("time: expected more than zero, got " + time);
    }
    if (executions < 1) {
      throw new IllegalArgumentException("executions: expected at least 1, got " + executions);
    }
    if (steps < 1) {
      throw new IllegalArgumentException("steps: expected at least 1, got " + steps);
    }
  }
}
