package heddle.engine.explore;

import heddle.engine.schedule.Strategy;
import heddle.engine.schedule.Task;

/**
 * Partial order sampling (Yuan, Yang and Gu, CAV 2018, algorithm 2): each pending operation has a random priority, the
 * highest runs, and the operations that conflict with it draw anew, so that orders of conflicting operations are sampled
 * more evenly than by a random walk.
 */
public final class Pos extends Strategy {
  private final Draws draws;

  /** The same seed gives the same choices. */
  public Pos(long seed) {
    draws = new Draws(seed);
  }

  @Override
  public String name() {
    return "POS";
  }

  @Override
  public void begin() {}

  @Override
  public void started(Task task) {
    task.priority = draws.next();
  }

  @Override
  public int choose(Task[] options, int count, boolean lastCanRun) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (options[i].priority > options[best].priority) {
        best = i;
      }
    }
    Task chosen = options[best];
    for (int i = 0; i < count; i++) {
      if (i != best && options[i].conflictsWith(chosen)) {
        options[i].priority = draws.next();
      }
    }
    chosen.priority = draws.next();
    return best;
  }

  @Override
  public int pick(int count) {
    return draws.below(count);
  }
}
