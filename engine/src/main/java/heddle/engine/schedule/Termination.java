package heddle.engine.schedule;

import heddle.hooks.Hooks;
import org.jspecify.annotations.Nullable;

/** What follows from the end of a thread: who goes on, and whether the program ends (JLS 12.8). */
final class Termination {
  private final Scheduler scheduler;
  private final Tasks tasks;
  private int nonDaemons;
  private @Nullable Runnable atEnd;

  Termination(Scheduler scheduler, Tasks tasks) {
    this.scheduler = scheduler;
    this.tasks = tasks;
  }

  /**
   * Starts anew; {@code hooks} is run when the last thread that keeps the program alive has ended.
   */
  void begin(Runnable hooks) {
    nonDaemons = 0;
    atEnd = hooks;
  }

  /** {@code task} was started. */
  void started(Task task) {
    if (!task.daemon) {
      nonDaemons++;
    }
  }

  /** Marks {@code task} as ended, and lets those go on that waited for it. */
  void ended(Task task) {
    task.state = Task.State.TERMINATED;
    task.ops = Hooks.ops;
    Hooks.version++;
    tasks.ended(task);
    for (int i = 0; i < tasks.liveCount; i++) {
      Task other = tasks.live[i];
      if (other.joins == task) {
        scheduler.wake(other, false);
        other.joins = null;
        scheduler.hurry(other);
      }
    }
    scheduler.monitors().signalEnd(task.thread);
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.ended(task);
    }
    if (!task.daemon && --nonDaemons == 0 && !scheduler.isOver()) {
      Runnable hooks = atEnd;
      atEnd = null;
      if (hooks != null) {
        hooks.run();
      }
      if (nonDaemons == 0) {
        scheduler.end(new Ending.Completed());
      }
    }
  }
}
