package heddle.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures how fast the one child JVM of this process explores, from what it tells of its progress.
 * What it does before {@code warmUp} is left out.
 */
final class Meter {
  private final Duration warmUp;
  private @Nullable Reading first;
  private @Nullable Reading last;

  Meter(Duration warmUp) {
    this.warmUp = warmUp;
  }

  private record Reading(long executions, long nanos, long cpuNanos) {}

  /** Notes that the child made {@code executions} in {@code nanos} since it began to explore. */
  void read(long executions, long nanos) {
    Reading reading = new Reading(executions, nanos, cpuNanos());
    if (first == null && nanos >= warmUp.toNanos()) {
      first = reading;
    }
    last = reading;
  }

  private static long cpuNanos() {
    return ProcessHandle.current()
        .children()
        .mapToLong(
            child -> child.info().totalCpuDuration().map(Duration::toNanos).orElse(Long.valueOf(0)))
        .sum();
  }

  Rate rate() {
    if (first == null || last == null || last.nanos == first.nanos) {
      throw new IllegalStateException("nothing was measured after " + warmUp);
    }
    double second = TimeUnit.SECONDS.toNanos(1);
    double executions = last.executions - first.executions;
    return new Rate(
        executions * second / (last.nanos - first.nanos),
        executions * second / (last.cpuNanos - first.cpuNanos));
  }
}
