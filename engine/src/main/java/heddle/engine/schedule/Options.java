package heddle.engine.schedule;

import heddle.hooks.Hooks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which tasks can take the next step. */
final class Options {
  /** Steps of one turn when threads take turns. */
  private static final int TURN_STEPS = 20;

  /**
   * Scheduling points of one execution after which the threads take turns, whatever the strategy
   * says: an endless execution in which a thread that could run never does shows nothing, because
   * no scheduler is that unfair.
   */
  private static final long FAIR_AFTER_STEPS = 20_000;

  private final Scheduler scheduler;
  private Task[] tasks = new Task[16];

  Options(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Returns the options collected last, from the first on. */
  Task[] tasks() {
    return tasks;
  }

  Task first() {
    return tasks[0];
  }

  /**
   * Collects the tasks that can run, {@code last} first if it is among them, the others by number.
   *
   * @param overtaking whether those that wait for the earliest time-out count as well
   * @param alone whether these count also when no other can run
   * @return how many there are
   */
  int collect(@Nullable Task last, boolean overtaking, boolean alone) {
    int liveCount = scheduler.liveCount();
    if (tasks.length < 2 * liveCount) {
      tasks = Arrays.copyOf(tasks, 4 * liveCount);
    }
    int count = 0;
    if (last != null && last.canRun()) {
      tasks[count++] = last;
    }
    long earliest = Task.NEVER;
    for (int i = 0; i < liveCount; i++) {
      Task task = scheduler.live()[i];
      if (task.canRun()) {
        if (task != last) {
          tasks[count++] = task;
        }
      } else if (task.deadline < earliest && !task.housekeeping) {
        earliest = task.deadline;
      }
    }
    if (overtaking && (alone || count > 0) && earliest != Task.NEVER) {
      for (int i = 0; i < liveCount; i++) {
        if (scheduler.live()[i].deadline == earliest) {
          tasks[count++] = scheduler.live()[i];
        }
      }
    }
    return count;
  }

  /**
   * Lets {@code strategy} choose, or whoever's turn it is after many steps; the tasks must have
   * been collected. Returns -1 when the strategy wants no more of the execution.
   */
  int choose(
      Strategy strategy,
      @Nullable StepStrategy follower,
      int count,
      boolean lastCanRun,
      long steps) {
    if (steps <= FAIR_AFTER_STEPS) {
      return strategy.choose(tasks, count, lastCanRun);
    }
    if (follower != null) {
      follower.inexact("executions are too long");
    }
    return inTurn(count, lastCanRun, steps);
  }

  /**
   * Returns whose turn it is when threads take turns of some steps each; the tasks must have been
   * collected.
   */
  int inTurn(int count, boolean lastCanRun, long steps) {
    if (count == 1 || !lastCanRun || steps % TURN_STEPS != 0) {
      return 0;
    }
    int next = 1;
    for (int i = 2; i < count; i++) {
      boolean after = tasks[i].id > tasks[0].id;
      boolean better = tasks[next].id < tasks[0].id || tasks[i].id < tasks[next].id;
      if (after && better) {
        next = i;
      }
    }
    return next;
  }

  /**
   * When no task can run: moves the clock, or lets those spin on that may get somewhere; false when
   * nothing helps.
   */
  boolean makeProgress() {
    long earliest = Task.NEVER;
    for (int i = 0; i < scheduler.liveCount(); i++) {
      earliest = Math.min(earliest, scheduler.live()[i].deadline);
    }
    if (earliest != Task.NEVER) {
      scheduler.time().advanceTo(earliest);
      return true;
    }
    boolean spinner = false;
    for (int i = 0; i < scheduler.liveCount(); i++) {
      Task task = scheduler.live()[i];
      boolean outdated = task.spinVersion == Task.HELD && task.heldVersion != Hooks.version;
      if (outdated || (task.spinVersion == Hooks.version && !task.spinsForEver)) {
        task.spinVersion = -1;
        spinner = true;
      }
    }
    return spinner;
  }
}
