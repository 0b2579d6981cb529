package heddle.engine;

import java.util.Optional;
import java.util.Set;

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
 * @param liberties what the specification allows and is to be explored; off where a {@code
 *     schedule} is replayed, whose own liberties count then
 * @param races what becomes of data races in executions that pass
 * @param network what the simulated network may do
 * @param everyOutcome whether the exploration goes on after a failure, as far as its budget allows,
 *     to count every outcome
 */
public record Settings(
    Budget budget,
    StrategyKind strategy,
    TimePolicy time,
    long seed,
    Optional<Schedule> schedule,
    long stepsPerExecution,
    Set<Liberty> liberties,
    RacePolicy races,
    NetworkLevel network,
    boolean everyOutcome) {
  /** Scheduling points after which one execution counts as endless. */
  public static final long STEPS_PER_EXECUTION = 100_000;

  /** Ten seconds, the automatic strategy, both policies of time, seed 1, no liberties, TCP. */
  public static final Settings DEFAULT =
      new Settings(
          Budget.DEFAULT,
          StrategyKind.AUTO,
          TimePolicy.BOTH,
          1,
          Optional.empty(),
          STEPS_PER_EXECUTION,
          Set.of(),
          RacePolicy.REPORT,
          NetworkLevel.TCP,
          false);

  /** Rejects a step bound that is not positive; copies the liberties. */
  public Settings {
    if (stepsPerExecution < 1) {
      throw new IllegalArgumentException(
          "stepsPerExecution: expected at least 1, got " + stepsPerExecution);
    }
    liberties = Liberty.inOrder(schedule.isPresent() ? schedule.get().liberties() : liberties);
  }

  /**
   * Settings without liberties, unless {@code schedule} names some; data races are reported, and
   * the network is the default one, {@link NetworkLevel#TCP}.
   */
  public Settings(
      Budget budget,
      StrategyKind strategy,
      TimePolicy time,
      long seed,
      Optional<Schedule> schedule,
      long stepsPerExecution) {
    this(
        budget,
        strategy,
        time,
        seed,
        schedule,
        stepsPerExecution,
        Set.of(),
        RacePolicy.REPORT,
        NetworkLevel.TCP,
        false);
  }

  /** Returns these settings for one execution under {@code schedule}. */
  public Settings replaying(Schedule schedule) {
    return new Settings(
        budget,
        strategy,
        time,
        seed,
        Optional.of(schedule),
        stepsPerExecution,
        liberties,
        races,
        network,
        everyOutcome);
  }

  /** Returns these settings with {@code liberties} to be explored. */
  public Settings with(Set<Liberty> liberties) {
    return new Settings(
        budget,
        strategy,
        time,
        seed,
        schedule,
        stepsPerExecution,
        liberties,
        races,
        network,
        everyOutcome);
  }

  /** Returns these settings with {@code races} as what becomes of data races. */
  public Settings with(RacePolicy races) {
    return new Settings(
        budget,
        strategy,
        time,
        seed,
        schedule,
        stepsPerExecution,
        liberties,
        races,
        network,
        everyOutcome);
  }

  /** Returns these settings with another network. */
  public Settings with(NetworkLevel network) {
    return new Settings(
        budget,
        strategy,
        time,
        seed,
        schedule,
        stepsPerExecution,
        liberties,
        races,
        network,
        everyOutcome);
  }

  /** Returns these settings with {@code everyOutcome}. */
  public Settings countingOutcomes(boolean everyOutcome) {
    return new Settings(
        budget,
        strategy,
        time,
        seed,
        schedule,
        stepsPerExecution,
        liberties,
        races,
        network,
        everyOutcome);
  }
}
