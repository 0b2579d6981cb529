package heddle.engine.explore;

import heddle.engine.schedule.Strategy;
import heddle.engine.schedule.Task;
import java.util.Arrays;

/**
 * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi and Nagarakatte, ASPLOS 2010):
 * each thread has a random priority, the highest that can runs, and at a few randomly placed
 * choices the one that runs falls below all others. A failure that needs {@code d} ordering
 * constraints is found with a probability of at least {@code 1/(n k^(d-1))}.
 *
 * <p>Departs from the paper in one thing: the number of choices {@code k} is not given, but the
 * largest seen so far, so that the first executions place their changes early.
 */
public final class Pct extends Strategy {
  /** Priorities of threads that no change has touched are at least this. */
  private static final long HIGH = 1L << 32;

  private final Draws draws;
  private final long[] changes;
  private long choices;
  private long choicesMax = 16;
  private int changed;

  /** {@code depth} is the paper's d: one more than the number of priority changes; at least 1. */
  public Pct(long seed, int depth) {
    draws = new Draws(seed);
    changes = new long[depth - 1];
  }

  @Override
  public String name() {
    return "PCT";
  }

  @Override
  public void begin() {
    choices = 0;
    changed = 0;
    for (int i = 0; i < changes.length; i++) {
      changes[i] = 1L + draws.below((int) Math.min(choicesMax, Integer.MAX_VALUE));
    }
    Arrays.sort(changes);
  }

  @Override
  public void started(Task task) {
    task.priority = HIGH + (draws.next() >>> 32);
  }

  @Override
  public int choose(Task[] options, int count, boolean lastCanRun) {
    // Only real choices count: with one runnable thread there is nothing to preempt.
    choices++;
    int best = highest(options, count);
    while (changed < changes.length && changes[changed] <= choices) {
      options[best].priority = (long) changes.length - changed++;
      best = highest(options, count);
    }
    return best;
  }

  private static int highest(Task[] options, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (options[i].priority > options[best].priority) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public int pick(int count) {
    return draws.below(count);
  }

  @Override
  public void end(long steps) {
    choicesMax = Math.max(choicesMax, choices);
  }
}
