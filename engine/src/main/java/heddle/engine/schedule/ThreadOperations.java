package heddle.engine.schedule;

import heddle.hooks.Hooks;
import java.util.concurrent.locks.LockSupport;

/** What threads do to themselves and to each other: start, join, sleep, park, interrupt. */
final class ThreadOperations {
  private final Scheduler scheduler;

  ThreadOperations(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Lets {@code self}, which runs, sleep for {@code nanos} without hearing interrupts. */
  void pause(Task self, long nanos) {
    self.state = Task.State.SLEEPING;
    self.pending(Task.NOTHING);
    self.deadline = scheduler.time().deadline(nanos);
    scheduler.block();
  }

  /**
   * {@code LockSupport.park}: until a permit, an interrupt or the time-out, in milliseconds if
   * {@code absolute}, else in nanoseconds; 0 for none.
   */
  void park(long time, boolean absolute) {
    Task self = scheduler.running();
    if (self.permit) {
      self.permit = false;
      return;
    }
    if (self.thread.isInterrupted()) {
      return;
    }
    long nanos = absolute ? time * 1_000_000 : time;
    if (nanos <= 0 && (absolute || time != 0)) {
      return;
    }
    Object blocker = LockSupport.getBlocker(self.thread);
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.waits(self, Task.State.PARKED, blocker, nanos, self.site);
    }
    self.state = Task.State.PARKED;
    self.deadline = nanos == 0 ? Task.NEVER : scheduler.time().deadline(nanos);
    self.timedOut = false;
    scheduler.block();
    self.permit = false;
    if (observer != null) {
      observer.resumed(self, Task.State.PARKED, blocker);
    }
  }

  void unpark(Thread thread) {
    Task task = scheduler.taskOf(thread);
    if (task == null) {
      return;
    }
    task.permit = true;
    Hooks.version++;
    if (task.state == Task.State.PARKED) {
      scheduler.wake(task, false);
      told(task);
    }
  }

  private void told(Task woken) {
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.woke(scheduler.running(), woken);
    }
  }

  void start(Thread thread) {
    if (ThreadInternals.hasStatus(thread)) {
      ThreadInternals.markStarted(thread);
    }
    Hooks.version++;
    Task child = scheduler.add(thread, scheduler.running().host());
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.started(scheduler.running(), child);
    }
  }

  boolean join(Thread thread, long nanos) throws InterruptedException {
    Task self = scheduler.running();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Task target = scheduler.taskOf(thread);
    if (target == null) {
      return true;
    }
    Observer observer = scheduler.observer();
    if (target.state != Task.State.TERMINATED) {
      if (observer != null) {
        observer.waits(self, Task.State.JOINING, thread, nanos, self.site);
      }
      self.state = Task.State.JOINING;
      self.joins = target;
      self.pending(Task.NOTHING);
      self.timedOut = false;
      self.deadline = nanos == 0 ? Task.NEVER : scheduler.time().deadline(nanos);
      scheduler.block();
      self.joins = null;
      throwIfInterrupted(self);
    }
    boolean ended = target.state == Task.State.TERMINATED;
    if (ended) {
      sawEnd(self, target);
    }
    return ended;
  }

  private void sawEnd(Task self, Task target) {
    StepStrategy follower = scheduler.follower();
    if (follower != null) {
      follower.joined(target);
    }
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.joined(self, target);
    }
  }

  private static void throwIfInterrupted(Task self) throws InterruptedException {
    if (self.interruptedWait) {
      self.interruptedWait = false;
      Thread.interrupted();
      throw new InterruptedException();
    }
  }

  void sleep(long nanos) throws InterruptedException {
    Task self = scheduler.running();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (nanos <= 0) {
      return;
    }
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.waits(self, Task.State.SLEEPING, null, nanos, self.site);
    }
    pause(self, nanos);
    if (observer != null) {
      observer.resumed(self, Task.State.SLEEPING, null);
    }
    throwIfInterrupted(self);
  }

  void interrupted(Thread thread) {
    Task task = scheduler.taskOf(thread);
    Observer observer = scheduler.observer();
    Hooks.version++;
    if (observer != null) {
      observer.interrupts(scheduler.running(), thread);
    }
    if (task == null) {
      return;
    }
    switch (task.state) {
      case WAITING, SLEEPING, JOINING -> {
        task.interruptedWait = true;
        scheduler.wake(task, false);
        told(task);
      }
      case PARKED -> {
        scheduler.wake(task, false);
        told(task);
      }
      case POLLING -> {
        task.permit = true;
        if (thread.isVirtual() || task.polls instanceof Hosts.EndOfHost) {
          scheduler.wake(task, false);
          told(task);
        }
      }
      case RUNNABLE, INITIALIZING, TERMINATED -> task.permit = true;
    }
  }

  boolean isAlive(Thread thread) {
    Task task = scheduler.taskOf(thread);
    return task != null && task.state != Task.State.TERMINATED;
  }

  Thread.State state(Thread thread) {
    Task task = scheduler.taskOf(thread);
    if (task == null) {
      return Thread.State.NEW;
    }
    boolean timed = task.deadline != Task.NEVER;
    return switch (task.state) {
      case RUNNABLE ->
          task.wants != null && task.wants.owner != null
              ? Thread.State.BLOCKED
              : Thread.State.RUNNABLE;
      case WAITING, PARKED, SLEEPING, JOINING ->
          timed ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
      case POLLING ->
          // The JVM can not tell a platform thread in a system call from one that runs.
          !thread.isVirtual()
              ? Thread.State.RUNNABLE
              : timed ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
      case INITIALIZING -> Thread.State.RUNNABLE;
      case TERMINATED -> Thread.State.TERMINATED;
    };
  }
}
