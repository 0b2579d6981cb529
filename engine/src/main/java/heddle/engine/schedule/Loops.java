package heddle.engine.schedule;

import heddle.hooks.Hooks;

/** Tells loops that wait for something from those that get on, and lets other threads run then. */
final class Loops {
  /**
   * Repeats of a loop that reads the clock and nothing else after which it counts as waiting for
   * time.
   */
  private static final int CLOCK_SPINS = 8;

  /** How long a loop that waits for time is taken to be busy, in nanoseconds. */
  private static final long CLOCK_SPIN_NANOS = 1_000_000;

  /**
   * Repeats without any change after which a loop with counters of its own makes room for others.
   */
  private static final int SPINS = 64;

  private final Scheduler scheduler;
  private final ThreadOperations threads;
  private final Sites sites;

  Loops(Scheduler scheduler, ThreadOperations threads, Sites sites) {
    this.scheduler = scheduler;
    this.threads = threads;
    this.sites = sites;
  }

  /** The loop that ends at {@code site} is about to start over. */
  void again(Task self, int site) {
    long steps = scheduler.steps();
    boolean repeats = self.spinSite == site && self.loopVersion == Hooks.version;
    boolean readClock = self.readClock;
    self.spins = repeats ? self.spins + 1 : 0;
    self.spinSite = site;
    self.loopVersion = Hooks.version;
    self.readClock = false;
    boolean pure = sites.pureLoop(site) && !readClock;
    StepStrategy follower = scheduler.follower();
    boolean held = pure && follower != null && follower.spins(self, sites.loopStart(site), site);
    if (!repeats && !held) {
      self.loopSteps = steps;
      return;
    }
    if (readClock && self.spins >= CLOCK_SPINS) {
      self.site = site;
      threads.pause(self, CLOCK_SPIN_NANOS);
    } else if (pure) {
      self.site = site;
      self.spinsForEver = true;
      scheduler.spin(self, held);
    } else if (self.spins >= SPINS && steps > self.loopSteps) {
      self.site = site;
      self.spinsForEver = false;
      self.spins = 0;
      scheduler.spin(self, false);
    }
  }
}
