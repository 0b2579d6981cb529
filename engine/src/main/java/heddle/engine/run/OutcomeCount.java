package heddle.engine.run;

import heddle.engine.Outcome;
import heddle.engine.Outcomes;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.Ending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the executions of a program come to. Samples and the executions of an exhaustive
 * search are counted apart: where the search comes to its end, its counts are those of all
 * interleavings.
 */
final class OutcomeCount {
  /** Characters of an output that are kept and compared. */
  private static final int OUTPUT_MAX = 4_096;

  /** Failing outcomes that are repeated to say what is wrong with each. */
  private static final int EXPLAINED_MAX = 50;

  private final ProgramRun run;
  private final Map<String, Counted> seen = new LinkedHashMap<>();
  private boolean cut;

  private static final class Counted {
    private final String output;
    private final Ending ending;
    private final String failure;
    private Choices choices = new Choices();
    private boolean overtaking;
    private long sampled;
    private long searched;
    private long current;

    Counted(String output, Ending ending, String failure) {
      this.output = output;
      this.ending = ending;
      this.failure = failure;
    }

    long count(boolean all) {
      return all && searched > 0 ? searched : sampled + searched + current;
    }
  }

  OutcomeCount(ProgramRun run) {
    this.run = run;
  }

  /** Counts the latest execution, which ended by {@code ending}. */
  void note(Ending ending, boolean overtaking) {
    if (ending instanceof Ending.Escaped || ending instanceof Ending.Diverged) {
      return;
    }
    String output = run.output();
    String kept = output.length() > OUTPUT_MAX ? output.substring(0, OUTPUT_MAX) + "…" : output;
    String key = ending instanceof Ending.Completed ? kept : kept + '\0' + key(ending);
    Counted counted = seen.get(key);
    if (counted == null) {
      if (seen.size() == Outcomes.MAX) {
        cut = true;
        return;
      }
      counted = new Counted(kept, ending, Failures.describe(ending));
      seen.put(key, counted);
    }
    counted.current++;
    Choices choices = run.scheduler().choices();
    if (counted.choices.size() == 0 || choices.size() < counted.choices.size()) {
      counted.choices = choices.copy(); // the shorter, the easier to follow
      counted.overtaking = overtaking;
    }
  }

  private String key(Ending ending) {
    String message = ending instanceof Ending.Died died ? " " + died.exception().getMessage() : "";
    return Failures.key(ending, run) + message;
  }

  /** From here on, the executions are those of an exhaustive search, which may begin anew. */
  void beginSearch() {
    for (Counted counted : seen.values()) {
      counted.sampled += counted.current;
      counted.current = 0;
    }
  }

  /** The search has executed everything under one policy of time. */
  void endSearch() {
    for (Counted counted : seen.values()) {
      counted.searched += counted.current;
      counted.current = 0;
    }
  }

  /**
   * Returns the outcomes, {@code all} of them or not. Repeats those that fail, to say what is wrong
   * with them.
   */
  Outcomes list(boolean all) {
    List<Outcome> list = new ArrayList<>();
    int explained = 0;
    for (Counted counted : seen.values()) {
      String failure = "";
      if (!(counted.ending instanceof Ending.Completed)) {
        String title = explained++ < EXPLAINED_MAX ? title(counted) : null;
        failure = title == null ? counted.failure : title;
      }
      list.add(
          new Outcome(
              counted.output,
              failure,
              counted.count(all),
              counted.choices.schedule(counted.overtaking, run.liberties().allowed())));
    }
    list.sort(Comparator.comparingLong(Outcome::count).reversed());
    return new Outcomes(list, all && !cut);
  }

  private @Nullable String title(Counted counted) {
    ProgramRun.Recorded recorded = run.record(counted.choices, false);
    return switch (recorded.ending()) {
      case Ending.Died _, Ending.Exited _, Ending.Stuck _, Ending.Bound _ ->
          run.diagnose(recorded).finding().title();
      case Ending.Completed _, Ending.Pruned _, Ending.Escaped _, Ending.Diverged _ -> null;
    };
  }
}
