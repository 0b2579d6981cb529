package heddle.engine.schedule;

import heddle.hooks.Hooks;
import org.jspecify.annotations.Nullable;

/**
 * Lets operations that are no part of the scheduler wait: for the network, say. Called by the
 * running task only.
 */
public final class Blocking {
  private final Scheduler scheduler;

  /** Lets tasks of {@code scheduler} wait. */
  public Blocking(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * A scheduling point before an operation that changes, or depends on, {@code touched} and nothing
   * else that other operations name.
   */
  public void point(Object touched) {
    Task self = scheduler.running();
    self.pending(touched);
    scheduler.point();
  }

  /** Returns the task that runs. */
  public Task running() {
    return scheduler.running();
  }

  /**
   * Suspends the running task until {@link #wake} is called for it, or the virtual time is {@code
   * deadline}, or, if its thread is virtual, an interrupt.
   *
   * @param on what it waits for
   * @return whether it was not the time
   */
  public boolean await(NetworkWait on, long deadline) {
    Task self = scheduler.running();
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.waitsForNetwork(self);
    }
    self.polls = on;
    self.state = Task.State.POLLING;
    self.timedOut = false;
    self.deadline = deadline;
    scheduler.block();
    self.polls = null;
    return !self.timedOut;
  }

  /** Lets {@code task}, if it waits, go on. */
  public void wake(Task task) {
    if (task.state == Task.State.POLLING) {
      scheduler.wake(task, false);
    }
  }

  /** Something has changed that a spinning thread may be looking for. */
  public void changed() {
    Hooks.version++;
  }

  /** Chooses one of {@code count} alternatives; 0 is the one without surprise. */
  public int pick(int count) {
    return scheduler.pick(count);
  }

  /** Ends the execution, because the running task is about to do what can not be controlled. */
  public void escape(String what) {
    Task self = scheduler.running();
    scheduler.abandon(new Ending.Escaped(self.site, what, self));
  }

  /** Returns the virtual time since the start of the execution, in nanoseconds. */
  public long now() {
    return scheduler.time().now();
  }

  /** Returns the virtual time {@code nanos} from now; a negative number stands for never. */
  public long deadline(long nanos) {
    return nanos < 0 ? Task.NEVER : scheduler.time().deadline(nanos);
  }

  /** Returns the hosts of the execution. */
  public Hosts hosts() {
    return scheduler.hosts();
  }

  /** Returns who is told of what happens; null when no one is. */
  public @Nullable Observer observer() {
    return scheduler.observer();
  }
}
