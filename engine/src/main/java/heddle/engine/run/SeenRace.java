package heddle.engine.run;

import heddle.engine.RacePolicy;
import heddle.engine.Verdict;
import heddle.engine.detect.Diagnosis;
import heddle.engine.detect.Race;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.Ending;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first data race that an exploration has seen. A failure explains better than the race behind
 * it, so the search goes on for a while before the race becomes the finding.
 */
final class SeenRace {
  /** Executions after the one that showed a race, in which a failure is searched for. */
  private static final long EXECUTIONS_AFTER = 1_000;

  /** How long a failure is searched for after a race was seen. */
  private static final long NANOS_AFTER = 3_000_000_000L;

  private final ProgramRun run;
  private @Nullable Race race;
  private List<Race> all = List.of();
  private Choices choices = new Choices();
  private boolean overtaking;
  private long execution;
  private long nanos;

  SeenRace(ProgramRun run) {
    this.run = run;
  }

  /** Takes note of the execution with number {@code number}, in which races were looked for. */
  void note(long number, boolean timeOvertook) {
    if (race != null || run.races().isEmpty()) {
      return;
    }
    race = run.races().getFirst();
    all = List.copyOf(run.races());
    choices = run.scheduler().choices().copy();
    overtaking = timeOvertook;
    execution = number;
    nanos = System.nanoTime();
  }

  /** Whether a failure has been searched for long enough since. */
  boolean isOverdue(long executions) {
    return race != null
        && (executions - execution > EXECUTIONS_AFTER || System.nanoTime() - nanos > NANOS_AFTER);
  }

  /**
   * Returns whether there is no behaviour but that of interleavings; where there may be, adds a
   * note that says why.
   */
  boolean excluded(RacePolicy policy, List<String> notes) {
    if (race != null && policy == RacePolicy.IGNORE) {
      notes.add("data races were seen and ignored, so there may be behaviours of other kinds");
    } else if (race == null && run.weakAccesses()) {
      notes.add(
          "access modes weaker than volatile are used, so there may be behaviours that no"
              + " interleaving has");
    }
    return race == null && !run.weakAccesses();
  }

  /** Returns the race in a sentence for a note; null when none was seen. */
  @Nullable String note() {
    return race == null ? null : run.story().note(race);
  }

  /** Returns the race as the verdict, under a schedule as short as it gets; null if it is gone. */
  Verdict.@Nullable Fails verdict(boolean shrink) {
    Race seen = race;
    if (seen == null) {
      return null;
    }
    run.lookFor(seen);
    try {
      Choices shortest =
          shrink ? new Shrinker(run, seen.key(), overtaking).shrink(choices) : choices;
      Ending ending = run.replay(shortest, false);
      Diagnosis.Shown shown =
          ending instanceof Ending.Completed ? run.recordRace(shortest, seen, all) : null;
      if (shown == null && shrink) {
        return verdict(false);
      }
      if (shown == null) {
        return null;
      }
      Choices made = run.scheduler().choices().copy();
      return new Verdict.Fails(
          shown.finding(),
          made.schedule(overtaking, run.liberties().allowed()),
          shown.trace(),
          execution,
          made.switches(),
          false);
    } finally {
      run.lookFor(null);
    }
  }
}
