package heddle.engine.schedule;

import org.jspecify.annotations.Nullable;

/** Repeats choices made before. */
final class Replay {
  static final long NO_LIMIT = Scheduler.OPS_MAX;

  private final Choices choices;
  private final boolean exact;
  private int position;
  private int pick;
  private int pickEnd;
  private long limit = NO_LIMIT;

  /** {@code exact}: a choice that can not be made is a divergence; otherwise it is left out. */
  Replay(Choices choices, boolean exact) {
    this.choices = choices;
    this.exact = exact;
    skipPicks();
    if (position < choices.size()) {
      take();
    }
  }

  private void skipPicks() {
    while (position < choices.size() && choices.isPick(position)) {
      position++;
    }
  }

  private void take() {
    // The notifications of a segment were recorded while it ran, so they stand before it.
    pickEnd = position;
    pick = position;
    while (pick > 0 && choices.isPick(pick - 1)) {
      pick--;
    }
    long until = choices.limit(position++);
    limit = until < 0 ? NO_LIMIT : until;
  }

  /** Returns the number of operations before which the running task is to stop. */
  long limit() {
    return limit;
  }

  /**
   * Returns the task that is to run next; null when time has to move first or the execution ends.
   */
  @Nullable Task next(Scheduler scheduler) {
    while (position < choices.size()) {
      if (choices.isPick(position)) {
        position++;
        continue;
      }
      Task task = scheduler.task(choices.task(position));
      if (task != null && ready(scheduler, task)) {
        take();
        scheduler.last(task);
        return task;
      }
      if (exact) {
        scheduler.end(
            new Ending.Diverged(
                "choice %d lets thread %d run, which can not"
                    .formatted(position + 1, choices.task(position))));
        return null;
      }
      position++;
    }
    limit = NO_LIMIT;
    return byDefault(scheduler);
  }

  private static boolean ready(Scheduler scheduler, Task task) {
    if (task.state == Task.State.RUNNABLE) {
      task.spinVersion = -1;
      return task.canRun();
    }
    boolean waits = task.state != Task.State.TERMINATED && task.deadline != Task.NEVER;
    if (waits && !scheduler.time().isHeld()) {
      scheduler.time().overtake(task);
      return task.canRun();
    }
    return false;
  }

  private static @Nullable Task byDefault(Scheduler scheduler) {
    Task last = scheduler.last();
    if (last != null && last.state != Task.State.TERMINATED && last.canRun()) {
      return last;
    }
    for (int i = 0; i < scheduler.liveCount(); i++) {
      Task task = scheduler.live()[i];
      if (task.canRun()) {
        scheduler.last(task);
        return task;
      }
    }
    return null;
  }

  /** Returns which of {@code count} alternatives is to be taken. */
  int pick(int count) {
    return pick < pickEnd ? Math.min((int) choices.limit(pick++), count - 1) : 0;
  }
}
