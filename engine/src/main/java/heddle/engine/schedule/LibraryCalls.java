package heddle.engine.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Calls of library methods that synchronize: what each touches, for strategies that ask which
 * operations conflict.
 */
@SuppressWarnings("ReferenceEquality") // identity is meant
final class LibraryCalls {
  private final Engine engine;
  private final Scheduler scheduler;
  private final Sites sites;

  LibraryCalls(Engine engine, Scheduler scheduler, Sites sites) {
    this.engine = engine;
    this.scheduler = scheduler;
    this.sites = sites;
  }

  /** The scheduling point before a call at {@code site}. */
  void point(Task self, @Nullable Object receiver, int site) {
    pending(self, receiver, site);
    if (scheduler.follower() == null) {
      scheduler.point();
    } else {
      followed(self, receiver);
    }
  }

  /**
   * The same for a strategy that follows every step: a call that would only run into a monitor that
   * is held is not made before that is free.
   */
  private void followed(Task self, @Nullable Object receiver) {
    Object touched = self.pendingObject;
    if (touched != null && receiver != null && Receivers.synchronizes(receiver)) {
      Monitors monitors = scheduler.monitors();
      Monitor monitor = monitors.want(touched);
      if (monitor == null) {
        self.pending(Task.NOTHING); // whoever else wants to touch it has to wait anyway
        scheduler.point();
      } else {
        scheduler.block();
        monitors.wantNoMore(monitor);
      }
    } else {
      scheduler.point();
    }
    self.calls.add(touched == null ? Task.NOTHING : touched);
  }

  /**
   * Returns whether a use of a collection that does not synchronize, of which {@link #pending} has
   * told, touches one that does, so that the order matters to a strategy that follows every step.
   */
  boolean bypassesLock(Object collection) {
    if (scheduler.follower() == null) {
      return false;
    }
    boolean before = engine.pause(true);
    boolean bypasses = Receivers.bypassesLock(collection);
    engine.pause(before);
    return bypasses;
  }

  /** Tells what a call touches. */
  void pending(Task self, @Nullable Object receiver, int site) {
    Object touched;
    if (receiver == null) {
      touched = sites.concernsSelf(site) ? self.thread : null;
    } else if (receiver instanceof Thread || scheduler.follower() == null) {
      touched = receiver;
    } else {
      boolean before = engine.pause(true); // it may look at a class for the first time
      touched = Receivers.standsFor(receiver);
      engine.pause(before);
    }
    self.pending(touched);
    self.pendingWrite = !sites.reads(site);
    if (touched instanceof Thread thread) {
      Task about = scheduler.taskOf(thread);
      self.pendingAbout = about == null ? -1 : about.id;
    }
  }

  /** The running task has come back from a call. */
  void returned() {
    if (scheduler.follower() != null) {
      var calls = scheduler.running().calls;
      if (!calls.isEmpty()) {
        calls.removeLast();
      }
    }
  }

  /** {@code self} has been called by a library and returns to it. */
  void backToLibrary(Task self) {
    if (self.isOfLibrary()) {
      // What comes next hands the result on, and others can see that.
      self.pending(Receivers.EXECUTORS);
      scheduler.point();
    } else if (!self.calls.isEmpty()) {
      // The call that has called back goes on, and touches what it is about once more.
      Object touched = self.calls.size() == 1 ? self.calls.getFirst() : null;
      self.pending(touched == Task.NOTHING ? null : touched);
      scheduler.point();
    }
  }
}
