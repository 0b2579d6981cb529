package heddle.engine.run;

import heddle.engine.NetworkLevel;
import heddle.engine.explore.Pos;
import heddle.engine.explore.PreemptionBounded;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.Ending;
import heddle.engine.schedule.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failing schedule as short as it gets: first the fewest preemptions, then the fewest
 * choices.
 */
final class Shrinker {
  /**
   * Most preemptions that are searched for in full; failures that need more keep those they were
   * found with.
   */
  private static final int PREEMPTIONS_MAX = 4;

  private static final long SEARCH_NANOS = 250_000_000;
  private static final long REMOVE_NANOS = 250_000_000;
  private static final long CALM_NANOS = 250_000_000;

  private final ProgramRun run;
  private final String key;
  private final boolean adversarial;
  private long executions;

  /** {@code key} tells the failure that is to stay. */
  Shrinker(ProgramRun run, String key, boolean adversarial) {
    this.run = run;
    this.key = key;
    this.adversarial = adversarial;
  }

  /** Returns how many executions it took. */
  long executions() {
    return executions;
  }

  /** Returns choices that lead to the same failure, no more of them than {@code found}. */
  Choices shrink(Choices found) {
    Choices best = calm(found);
    int preemptions = preemptions(best);
    long end = System.nanoTime() + SEARCH_NANOS;
    for (int bound = 0; bound < Math.min(preemptions, PREEMPTIONS_MAX + 1); bound++) {
      Choices fewer = search(bound, end);
      if (fewer != null) {
        best = fewer;
        break;
      }
    }
    return remove(best);
  }

  /**
   * Returns choices that lead to the failure without any liberty of the network, so that the
   * network is blamed only where it is needed; {@code found} when none are found in a moment.
   */
  private Choices calm(Choices found) {
    NetworkLevel level = run.network();
    if (!picks(found) || level == NetworkLevel.NONE) {
      return found;
    }
    Choices without = found;
    for (int i = 0; i < found.size(); i++) {
      without = found.isPick(i) ? without.withFirstPick(i) : without;
    }
    if (fails(without)) {
      return without;
    }
    run.network(NetworkLevel.NONE);
    Choices calm = search(new Pos(1), System.nanoTime() + CALM_NANOS);
    run.network(level);
    // Under the level of the exploration there are more picks, whose default is to do nothing.
    return calm != null && fails(calm) ? calm : found;
  }

  private static boolean picks(Choices choices) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.isPick(i) && choices.limit(i) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns choices with few preemptions that lead to the failure; null when none are found in a
   * moment.
   */
  @Nullable Choices search() {
    long end = System.nanoTime() + SEARCH_NANOS;
    for (int bound = 0; bound <= PREEMPTIONS_MAX; bound++) {
      Choices found = search(bound, end);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Choices search(int bound, long end) {
    return search(new PreemptionBounded(bound), end);
  }

  private @Nullable Choices search(Strategy strategy, long end) {
    while (!strategy.exhausted() && System.nanoTime() < end) {
      executions++;
      Ending ending = run.explore(strategy, adversarial, false);
      if (Failures.key(ending, run).equals(key)) {
        return run.scheduler().choices().copy();
      }
    }
    return null;
  }

  private static int preemptions(Choices choices) {
    int count = 0;
    for (int i = 0; i < choices.size(); i++) {
      if (!choices.isPick(i) && choices.limit(i) >= 0) {
        count++;
      }
    }
    return count;
  }

  /** Leaves out choice after choice, and lets threads run on, while the failure stays. */
  private Choices remove(Choices choices) {
    Choices best = choices;
    long end = System.nanoTime() + REMOVE_NANOS;
    boolean shorter = true;
    while (shorter && System.nanoTime() < end) {
      shorter = false;
      for (int i = best.size() - 1; i >= 0 && System.nanoTime() < end; i--) {
        Choices without = best.without(i, i + 1);
        if (fails(without)) {
          best = without;
          shorter = true;
        } else if (!best.isPick(i) && best.limit(i) >= 0 && fails(best.withoutLimit(i))) {
          best = best.withoutLimit(i);
          shorter = true;
        } else if (best.isPick(i) && best.limit(i) > 0 && fails(best.withFirstPick(i))) {
          best = best.withFirstPick(i);
          shorter = true;
        }
      }
    }
    return best;
  }

  private boolean fails(Choices choices) {
    executions++;
    return Failures.key(run.replay(choices, false), run).equals(key);
  }
}
