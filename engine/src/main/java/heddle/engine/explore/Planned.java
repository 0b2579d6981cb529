package heddle.engine.explore;

import heddle.engine.schedule.StepStrategy;
import heddle.engine.schedule.Task;
import java.util.Arrays;

/**
 * A strategy that makes plans of the executions it has seen: each execution keeps to the order of
 * one plan as far as that goes, and is noted down with its steps and choices for the next plans.
 */
abstract class Planned extends StepStrategy {
  /** Steps of an execution up to which plans are made of it. */
  static final int STEPS_MAX = 20_000;

  /** The steps of this execution. */
  final Steps steps = new Steps();

  /** The task of each choice, and the number of the step that it began; up to {@link #depth}. */
  int[] chosen = new int[256];

  int[] chosenSteps = new int[256];

  int depth;

  private int[] plan = {};

  /** Begins an execution that follows {@code newPlan}: the task of each choice. */
  void begin(int[] newPlan) {
    steps.clear();
    depth = 0;
    plan = newPlan;
  }

  /** Returns the choice where no plan says otherwise, from 0 to {@code count} - 1. */
  abstract int unplanned(int count);

  @Override
  public int choose(Task[] options, int count, boolean lastCanRun) {
    int choice = unplanned(count);
    if (depth < plan.length) {
      for (int i = 0; i < count; i++) {
        if (options[i].id() == plan[depth]) {
          choice = i;
        }
      }
      if (options[choice].id() != plan[depth]) {
        plan = Arrays.copyOf(plan, depth); // it can not be kept to
      }
    }
    if (depth == chosen.length) {
      chosen = Arrays.copyOf(chosen, 2 * depth);
      chosenSteps = Arrays.copyOf(chosenSteps, 2 * depth);
    }
    chosen[depth] = options[choice].id();
    return choice;
  }

  @Override
  public int pick(int count) {
    return unplanned(count);
  }

  @Override
  public void started(Task task) {
    steps.started(task);
  }

  @Override
  public void step(Task task, boolean eager) {
    if (!eager) {
      chosenSteps[depth++] = steps.size();
    }
    steps.add(task, eager);
  }

  @Override
  public void enabled(Task woken) {
    steps.enabled(woken);
  }

  @Override
  public void released(Object object) {
    steps.released(object);
  }

  @Override
  public void joined(Task ended) {
    steps.joined(ended);
  }

  @Override
  public void timePassed() {
    steps.barrier();
  }

  @Override
  public boolean spins(Task task, int firstSite, int loopSite) {
    return steps.hold(task, firstSite, loopSite);
  }

  @Override
  public void inexact(String why) {}
}
