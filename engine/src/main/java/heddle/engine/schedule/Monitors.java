package heddle.engine.schedule;

import heddle.engine.Liberty;
import heddle.hooks.Hooks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The monitors of one execution. Woven code uses these in place of the JVM's, which hands a
 * released monitor on from a thread of its own, at a moment that no one controls.
 */
final class Monitors {
  /**
   * From this many monitors in use at once, a table by identity hash is built; nearly all programs
   * stay below.
   */
  private final List<Monitor> inUse = new ArrayList<>();

  private final Scheduler scheduler;

  Monitors(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  void clear() {
    inUse.clear();
  }

  /** Returns the monitor of {@code object} if any task is in it, wants it or waits on it. */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  @Nullable Monitor find(Object object) {
    for (int i = inUse.size() - 1; i >= 0; i--) {
      if (inUse.get(i).object == object) {
        return inUse.get(i);
      }
    }
    return null;
  }

  private Monitor of(Object object) {
    Monitor monitor = find(object);
    if (monitor == null) {
      monitor = new Monitor(object);
      inUse.add(monitor);
    }
    return monitor;
  }

  /** Returns all monitors that are in use. */
  List<Monitor> inUse() {
    return inUse;
  }

  private void release(Monitor monitor) {
    if (monitor.isIdle()) {
      inUse.remove(monitor);
    }
  }

  /**
   * Enters the monitor of {@code object}; {@code point} tells whether that is a scheduling point.
   */
  void enter(Object object, int site, boolean point) {
    Task self = scheduler.running();
    Monitor monitor = find(object);
    if (monitor != null && monitor.owner == self) {
      monitor.depth++;
      return;
    }
    if (monitor == null) {
      monitor = of(object);
    }
    monitor.wanted++;
    self.wants = monitor;
    self.site = site < 0 ? self.site : site;
    Observer observer = scheduler.observer();
    if (monitor.owner != null) {
      if (observer != null) {
        observer.blocked(self, monitor, site);
      }
      scheduler.block();
    } else if (point) {
      scheduler.point();
      while (monitor.owner != null) {
        scheduler.block();
      }
    }
    take(self, monitor, 1, site);
    if (observer != null) {
      observer.entered(self, monitor, site);
    }
  }

  private void take(Task self, Monitor monitor, int depth, int site) {
    if (monitor.owner != null) {
      throw new IllegalStateException("monitor is not free");
    }
    monitor.wanted--;
    monitor.owner = self;
    monitor.depth = depth;
    monitor.site = site;
    self.wants = null;
  }

  void exit(Object object) {
    Task self = scheduler.running();
    Monitor monitor = owned(object, self);
    if (--monitor.depth == 0) {
      Observer observer = scheduler.observer();
      if (observer != null) {
        observer.exited(self, monitor);
      }
      monitor.owner = null;
      left(object);
      release(monitor);
    }
  }

  /**
   * The running task is about to make a call that enters the monitor of {@code object}, unless that
   * is held by it: it can not go on before the monitor is free.
   *
   * @return what is to be given to {@link #wantNoMore}
   */
  @Nullable Monitor want(Object object) {
    Task self = scheduler.running();
    Monitor monitor = of(object);
    if (monitor.owner == self) {
      return null;
    }
    monitor.wanted++;
    self.wants = monitor;
    return monitor;
  }

  /** The monitor is free, and the call that enters it may be made. */
  void wantNoMore(Monitor monitor) {
    monitor.wanted--;
    scheduler.running().wants = null;
    release(monitor);
  }

  private void left(Object object) {
    StepStrategy follower = scheduler.follower();
    if (follower != null) {
      follower.released(object);
    }
  }

  private Monitor owned(Object object, Task self) {
    Monitor monitor = find(object);
    if (monitor == null || monitor.owner != self) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
    return monitor;
  }

  boolean holds(Object object) {
    Monitor monitor = find(object);
    return monitor != null && monitor.owner == scheduler.running();
  }

  /** {@code Object.wait}. */
  void await(Object object, long nanos, int site) throws InterruptedException {
    Task self = scheduler.running();
    Monitor monitor = owned(object, self);
    if (Thread.interrupted()) {
      refused(self, object, site);
      throw new InterruptedException();
    }
    self.wokeSpuriously = site >= 0 && scheduler.liberties.take(Liberty.SPURIOUS_WAKE_UPS, site);
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.waits(self, Task.State.WAITING, object, nanos, site);
      observer.exited(self, monitor);
    }
    int depth = monitor.depth;
    int enteredAt = monitor.site;
    monitor.owner = null;
    monitor.depth = 0;
    left(object);
    self.pending(object);
    monitor.waiting.add(self);
    Hooks.version++;
    self.site = site;
    self.waitsOn = monitor;
    self.state = Task.State.WAITING;
    self.deadline = nanos == 0 ? Task.NEVER : scheduler.time().deadline(nanos);
    self.timedOut = false;
    if (self.wokeSpuriously) {
      scheduler.wake(self, false);
    }
    scheduler.block();
    while (monitor.owner != null) {
      scheduler.block();
    }
    take(self, monitor, depth, enteredAt);
    if (observer != null) {
      observer.resumed(self, Task.State.WAITING, object);
      observer.entered(self, monitor, site);
    }
    if (!self.timedOut && self.interruptedWait) {
      self.interruptedWait = false;
      Thread.interrupted();
      throw new InterruptedException();
    }
  }

  /** A thread does not begin to wait because it is interrupted. */
  private void refused(Task self, Object object, int site) {
    Observer observer = scheduler.observer();
    if (observer != null) {
      self.site = site < 0 ? self.site : site;
      self.wokeSpuriously = false;
      self.interruptedWait = true;
      observer.resumed(self, Task.State.WAITING, object);
      self.interruptedWait = false;
    }
  }

  /** Takes {@code task} out of the wait set it is in; from now on it wants the monitor back. */
  void leaveWaitSet(Task task) {
    Monitor monitor = task.waitsOn;
    if (monitor != null) {
      monitor.waiting.remove(task);
      monitor.wanted++;
      task.wants = monitor;
      task.waitsOn = null;
    }
  }

  /** {@code task} does nothing more: it leaves every monitor, and wants none. */
  void abandon(Task task) {
    for (int i = inUse.size() - 1; i >= 0; i--) {
      Monitor monitor = inUse.get(i);
      monitor.waiting.remove(task);
      if (task.wants == monitor) {
        monitor.wanted--;
      }
      if (monitor.owner == task) {
        monitor.owner = null;
        monitor.depth = 0;
        left(monitor.object);
      }
      release(monitor);
    }
    task.wants = null;
    task.waitsOn = null;
  }

  /** {@code Object.notify} and {@code notifyAll}. */
  void signal(Object object, boolean all, int site) {
    Task self = scheduler.running();
    Monitor monitor = owned(object, self);
    self.site = site;
    int count = monitor.waiting.size();
    int woken = all ? count : Math.min(count, 1);
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.signalled(self, object, woken, all, site);
    }
    if (all) {
      while (!monitor.waiting.isEmpty()) {
        notify(self, monitor.waiting.peek(), observer);
      }
    } else if (count > 0) {
      int pick = scheduler.pick(count);
      var waiting = monitor.waiting.iterator();
      Task chosen = waiting.next();
      for (int i = 0; i < pick; i++) {
        chosen = waiting.next();
      }
      notify(self, chosen, observer);
    }
  }

  private void notify(Task self, Task woken, @Nullable Observer observer) {
    scheduler.wake(woken, false);
    if (observer != null) {
      observer.woke(self, woken);
    }
  }

  /** A thread that ends notifies all who wait on it (JLS 17.2.4 by way of {@code Thread.join}). */
  void signalEnd(Thread thread) {
    Monitor monitor = find(thread);
    if (monitor != null) {
      while (!monitor.waiting.isEmpty()) {
        scheduler.wake(monitor.waiting.peek(), false);
      }
    }
  }
}
