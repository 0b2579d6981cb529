package heddle.engine.detect;

import org.jspecify.annotations.Nullable;

/**
 * The reads of one thread between {@code StampedLock.tryOptimisticRead} and the next {@code
 * validate}. When that returns false, the program throws away what it read, and races of those
 * reads do not count.
 */
final class OptimisticSection {
  /** A race of one of the reads, to be reported unless the reads turn out to be invalid. */
  @Nullable Race race;

  /** Whether the reads were found to be invalid. */
  boolean invalid;

  /** Whether {@code validate} was called. */
  boolean decided;
}
