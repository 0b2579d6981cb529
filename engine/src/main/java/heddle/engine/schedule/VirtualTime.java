package heddle.engine.schedule;

import heddle.hooks.Hooks;

/**
 * The clock of one execution. It moves when no thread can run, or when a choice lets it overtake
 * one that could.
 */
public final class VirtualTime {
  /**
   * How often time may overtake a thread that could run, in one execution. Without a bound, a loop
   * around a timed wait could time out for ever while the thread that it waits for never gets a
   * turn, which no fair scheduler does.
   */
  private static final int OVERTAKES_MAX = 6;

  /**
   * Scheduling points after which time moves although threads can run: a thread that is busy until
   * another's sleep ends would never come to an end otherwise.
   */
  private static final long BUSY_STEPS = 20_000;

  private final Scheduler scheduler;
  private long movedAtStep;
  private long nanos;
  private boolean used;
  private int overtakes;

  VirtualTime(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  void clear() {
    nanos = 0;
    used = false;
    overtakes = 0;
    movedAtStep = 0;
  }

  /** Returns the time since the start of the execution, in nanoseconds. */
  public long now() {
    return nanos;
  }

  /** Returns the time {@code delay} nanoseconds from now, for a thread that waits until then. */
  long deadline(long delay) {
    used = true;
    long time = nanos + delay;
    return time < 0 ? Task.NEVER - 1 : time;
  }

  /** Returns whether any thread has waited for time to pass. */
  public boolean isUsed() {
    return used;
  }

  boolean mayOvertake() {
    return overtakes < OVERTAKES_MAX && !isHeld();
  }

  /** Returns whether a task can run that does what is to be done now. */
  boolean isHeld() {
    for (int i = 0; i < scheduler.liveCount(); i++) {
      Task task = scheduler.live()[i];
      if (task.urgent && task.canRun()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether time has overtaken a thread that could run. */
  public boolean overtook() {
    return overtakes > 0;
  }

  /** Moves on to the deadline of {@code task}, even if others could run until then. */
  void overtake(Task task) {
    boolean others = false;
    for (int i = 0; i < scheduler.liveCount(); i++) {
      Task other = scheduler.live()[i];
      others |= other.canRun() || other.deadline < task.deadline;
    }
    overtakes += others ? 1 : 0;
    advanceTo(task.deadline);
  }

  /**
   * Moves on to the earliest deadline if the threads that run have been busy for long; {@code
   * steps} were made so far.
   */
  void passWhileBusy(long steps) {
    if (steps - movedAtStep < BUSY_STEPS) {
      return;
    }
    movedAtStep = steps;
    long earliest = Task.NEVER;
    for (int i = 0; i < scheduler.liveCount(); i++) {
      earliest = Math.min(earliest, scheduler.live()[i].deadline);
    }
    if (earliest != Task.NEVER) {
      advanceTo(earliest);
    }
  }

  /** Moves on to {@code time} and wakes the tasks whose time-outs are reached. */
  void advanceTo(long time) {
    nanos = Math.max(nanos, time);
    for (int i = 0; i < scheduler.liveCount(); i++) {
      Task task = scheduler.live()[i];
      if (task.deadline <= nanos) {
        scheduler.wake(task, true);
      }
    }
    Hooks.version++;
  }
}
