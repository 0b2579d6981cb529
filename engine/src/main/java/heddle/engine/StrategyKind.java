package heddle.engine;

/** Which strategy picks the next choice. */
public enum StrategyKind {
  /** Exhaustive while the estimate says that it fits the budget, else the others in turn. */
  AUTO,
  /**
   * One interleaving of each class of those that differ in the order of independent steps alone.
   */
  EXHAUSTIVE,
  /** Every interleaving, one by one, depth first. */
  DEPTH_FIRST,
  /** Turns round the races that were seen. */
  RACES,
  /** A uniform choice at each scheduling point. */
  RANDOM,
  /** Probabilistic concurrency testing: random priorities with few change points. */
  PCT,
  /** Partial order sampling: random priorities, drawn anew for operations that conflict. */
  POS
}
