package heddle.engine.run;

import heddle.engine.explore.Dpor;
import heddle.engine.explore.Exhaustive;
import heddle.engine.schedule.Strategy;

/**
 * A search of all interleavings, with or without reduction, that may be taken up again and again
 * between other executions. It starts over whenever more accesses turn out to be scheduling points.
 */
final class ExhaustiveSearch {
  /** Executions after which the estimate of its size is believed. */
  private static final int ESTIMATE_AFTER = 300;

  /** It gets this part of the time before its estimate counts: early on it is far off. */
  private static final int PATIENCE = 5;

  private final ProgramRun run;
  private final boolean reduced;
  private final boolean overtaking;
  private Strategy strategy;
  private int learned;
  private long interleavings;
  private long nanos;

  /**
   * Begins a search.
   *
   * @param reduced whether one interleaving of each equivalence class is enough
   * @param overtaking whether time may move while tasks could run
   */
  ExhaustiveSearch(ProgramRun run, boolean reduced, boolean overtaking) {
    this.run = run;
    this.reduced = reduced;
    this.overtaking = overtaking;
    this.learned = run.learned();
    this.strategy = fresh();
  }

  private Strategy fresh() {
    return reduced ? new Dpor(overtaking) : new Exhaustive();
  }

  boolean overtaking() {
    return overtaking;
  }

  /** Returns the strategy for the next execution. */
  Strategy strategy() {
    if (run.learned() > learned) {
      // More accesses turned out to be scheduling points: the tree is another one.
      strategy = fresh();
      learned = run.learned();
      interleavings = 0;
    }
    return strategy;
  }

  /** An execution under {@link #strategy} has ended after {@code took} nanoseconds. */
  void executed(boolean pruned, long took) {
    nanos += took;
    interleavings += pruned ? 0 : 1;
  }

  /** Returns how many interleavings were executed and not cut off. */
  long interleavings() {
    return interleavings;
  }

  /** Returns whether nothing is left to be executed, or nothing that is worth it. */
  boolean isOver() {
    return strategy().exhausted() || gaveUp();
  }

  /**
   * Returns whether what it explores is not all there is, because the program is not as it takes.
   */
  boolean gaveUp() {
    return diverged() || (strategy instanceof Dpor dpor && dpor.inexact() != null);
  }

  /** Returns whether the program did something else under the same choices. */
  boolean diverged() {
    return (strategy instanceof Dpor dpor && dpor.diverged())
        || (strategy instanceof Exhaustive plain && plain.diverged());
  }

  /**
   * Returns whether it will not end within {@code left} nanoseconds; false before it had its fair
   * share.
   */
  boolean isTooLarge(long left) {
    long available = nanos + left;
    double needed = nanos / Math.max(strategy.shareExplored(), 1e-12);
    return interleavings >= ESTIMATE_AFTER
        && nanos > available / PATIENCE
        && needed > 2.0 * available;
  }
}
