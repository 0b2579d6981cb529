package heddle.engine.explore;

import heddle.engine.schedule.Strategy;
import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A random walk that weighs each thread by the operations that it has still to do, as far as
 * earlier executions tell, so that all interleavings come up about equally often (the uniform
 * random walk of Zhao, Wolff, Mathur and Roychoudhury, "Selectively Uniform Concurrency Testing",
 * ASPLOS 2025). A plain walk favours those in which the threads take turns evenly.
 */
public final class UniformWalk extends Strategy {
  private final Draws draws;
  private final List<Task> tasks = new ArrayList<>();
  private long[] totals = new long[16];
  private long[] weights = new long[16];

  /** The same seed gives the same choices. */
  public UniformWalk(long seed) {
    draws = new Draws(seed);
  }

  @Override
  public String name() {
    return "uniform walk";
  }

  @Override
  public void begin() {
    tasks.clear();
  }

  @Override
  public void started(Task task) {
    tasks.add(task);
    if (tasks.size() > totals.length) {
      totals = Arrays.copyOf(totals, totals.length * 2);
      weights = Arrays.copyOf(weights, totals.length);
    }
  }

  @Override
  public int choose(Task[] options, int count, boolean lastCanRun) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      long done = options[i].operations();
      weights[i] = Math.max(1, totals[options[i].id()] - done);
      sum += weights[i];
    }
    long drawn = draws.below((int) Math.min(sum, Integer.MAX_VALUE));
    int choice = 0;
    while (drawn >= weights[choice]) {
      drawn -= weights[choice++];
    }
    return choice;
  }

  @Override
  public int pick(int count) {
    return draws.below(count);
  }

  @Override
  public void end(long steps) {
    for (Task task : tasks) {
      totals[task.id()] = Math.max(totals[task.id()], task.operations());
    }
  }
}
