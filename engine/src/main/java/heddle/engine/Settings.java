package heddle.engine;

import java.util.Optional;

/**
 * How a program is to be explored.
 *
 * @param budget when to stop
 * @param strategy who picks the next choice
 * @param time when virtual time moves
 * @param seed the number that all random choices derive from
 * @param schedule a schedule to replay instead of exploring
 * @param stepsPerExecution scheduling points after which one execution counts as endless; at least
 *     1
 * @param network what the simulated network may do
 */
public record Settings(
    Budget budget,
    StrategyKind strategy,
    TimePolicy time,
    long seed,
    Optional<Schedule> schedule,
    long stepsPerExecution,
    NetworkLevel network) {
  /** Scheduling points after which one execution counts as endless. */
  public static final long STEPS_PER_EXECUTION = 100_000;

  /** Ten seconds, the automatic strategy, both policies of time, seed 1. */
  public static final Settings DEFAULT =
      new Settings(
          Budget.DEFAULT,
          StrategyKind.AUTO,
          TimePolicy.BOTH,
          1,
          Optional.empty(),
          STEPS_PER_EXECUTION);

  /** Settings with the default network, {@link NetworkLevel#TCP}. */
  public Settings(
      Budget budget,
      StrategyKind strategy,
      TimePolicy time,
      long seed,
      Optional<Schedule> schedule,
      long stepsPerExecution) {
    this(budget, strategy, time, seed, schedule, stepsPerExecution, NetworkLevel.TCP);
  }

  /** Returns the same settings with another network. */
  public Settings withNetwork(NetworkLevel level) {
    return new Settings(budget, strategy, time, seed, schedule, stepsPerExecution, level);
  }

  /** Rejects a step bound that is not positive. */
  public Settings {
    if (stepsPerExecution < 1) {
      throw new IllegalArgumentException(
          "stepsPerExecution: expected at least 1, got " + stepsPerExecution);
    }
  }
}
