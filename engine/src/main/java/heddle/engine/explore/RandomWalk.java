package heddle.engine.explore;

import heddle.engine.schedule.Strategy;
import heddle.engine.schedule.Task;

/** A uniform choice at each scheduling point. */
public final class RandomWalk extends Strategy {
  private final Draws draws;

  /** The same seed gives the same choices. */
  public RandomWalk(long seed) {
    draws = new Draws(seed);
  }

  @Override
  public String name() {
    return "random walk";
  }

  @Override
  public void begin() {}

  @Override
  public int choose(Task[] options, int count, boolean lastCanRun) {
    return draws.below(count);
  }

  @Override
  public int pick(int count) {
    return draws.below(count);
  }
}
