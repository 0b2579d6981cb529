package heddle.engine.schedule;

import heddle.hooks.Hooks;

/** What follows from the end of a thread: who goes on. */
final class Termination {
  private final Scheduler scheduler;
  private final Tasks tasks;

  Termination(Scheduler scheduler, Tasks tasks) {
    this.scheduler = scheduler;
    this.tasks = tasks;
  }

  /** Marks {@code task} as ended, and lets those go on that waited for it. */
  void ended(Task task) {
    task.state = Task.State.TERMINATED;
    task.deadline = Task.NEVER;
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
  }
}
