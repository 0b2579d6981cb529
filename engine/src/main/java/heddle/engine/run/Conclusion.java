package heddle.engine.run;

import heddle.engine.Settings;
import heddle.engine.TimePolicy;
import heddle.engine.Verdict;
import heddle.engine.detect.OrderingBySleep;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.Ending;
import heddle.engine.schedule.Liberties;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the verdict of an execution that failed: repeats it, shortens it, and says what it shows.
 */
final class Conclusion {
  private final ProgramRun run;
  private final Settings settings;

  Conclusion(ProgramRun run, Settings settings) {
    this.run = run;
    this.settings = settings;
  }

  /**
   * Returns what the latest execution comes to, which ended by {@code ending} and not by
   * completion; null when it can not be repeated yet, and the search has to go on.
   *
   * @param overtaking the policy of time it ran under
   * @param found its number
   */
  @Nullable Verdict of(Ending ending, boolean overtaking, long found) {
    if (ending instanceof Ending.Escaped escaped) {
      return new Verdict.NotControllable(
          List.of(new Verdict.Escape(escaped.what(), run.sites().place(escaped.site()))));
    }
    Choices choices = run.scheduler().choices().copy();
    String key = Failures.key(ending, run);
    Ending again = run.replay(choices, true);
    boolean repeats = Failures.key(again, run).equals(key);
    if (repeats && found > 1) {
      // What an earlier execution left behind must not be taken for a fault of this one.
      again = run.replayAnew(choices);
      repeats = Failures.key(again, run).equals(key);
    }
    if (!repeats) {
      if (run.reload()) {
        return null; // that may help, and what was found so far can not be repeated
      }
      return NotRepeatable.verdict(run, choices, ending, again);
    }
    boolean onlySleep = overtaking && settings.time() == TimePolicy.BOTH;
    if (!run.liberties().taken().isEmpty()) {
      Verdict without = withoutLiberties(ending, key, found, overtaking);
      if (without != null) {
        return without;
      }
    }
    if (ending instanceof Ending.Bound) {
      return show(ending, choices, found, overtaking, onlySleep);
    }
    if (onlySleep) {
      Choices strict = new Shrinker(run, key, false).search();
      if (strict != null) {
        return show(ending, new Shrinker(run, key, false).shrink(strict), found, false, false);
      }
    }
    Shrinker shrinker = new Shrinker(run, key, overtaking);
    return show(ending, shrinker.shrink(choices), found, overtaking, onlySleep);
  }

  /** Shows the same failure without any liberty, if it is found in a moment; null otherwise. */
  private @Nullable Verdict withoutLiberties(
      Ending ending, String key, long found, boolean overtaking) {
    Verdict verdict = null;
    Liberties liberties = run.liberties();
    liberties.allow(Set.of());
    Choices plain = new Shrinker(run, key, overtaking).search();
    if (plain != null) {
      boolean onlySleep = overtaking && settings.time() == TimePolicy.BOTH;
      Choices shortest = new Shrinker(run, key, overtaking).shrink(plain);
      verdict = show(ending, shortest, found, overtaking, onlySleep);
    }
    liberties.allow(settings.liberties());
    return verdict;
  }

  /**
   * Returns whether what the latest execution ended by, under a policy of time that lets time-outs
   * overtake, is not found under the other policy in a moment.
   */
  boolean needsOvertaking(Ending ending) {
    String key = Failures.key(ending, run);
    return settings.time() == TimePolicy.BOTH
        && !(ending instanceof Ending.Bound)
        && new Shrinker(run, key, false).search() == null;
  }

  /** Records the execution under {@code choices}; null as in {@link #of}. */
  @Nullable Verdict show(
      Ending first, Choices choices, long found, boolean overtaking, boolean onlySleep) {
    ProgramRun.Recorded recorded = run.record(choices, false);
    Choices made = run.scheduler().choices().copy();
    if (recorded.ending() instanceof Ending.Completed
        || recorded.ending() instanceof Ending.Diverged
        || recorded.ending() instanceof Ending.Escaped) {
      return run.reload() ? null : NotRepeatable.verdict(run, choices, first, recorded.ending());
    }
    boolean sleep = onlySleep && run.scheduler().time().overtook();
    var diagnosed = run.diagnose(recorded);
    var shown = sleep ? OrderingBySleep.named(diagnosed, recorded.recorder()) : diagnosed;
    return new Verdict.Fails(
        shown.finding(),
        made.schedule(overtaking, run.liberties().allowed()),
        shown.trace(),
        found,
        made.switches(),
        sleep);
  }
}
