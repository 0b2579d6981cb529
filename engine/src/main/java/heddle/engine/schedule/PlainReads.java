package heddle.engine.schedule;

import heddle.engine.Liberty;
import heddle.hooks.Hooks;
import org.jspecify.annotations.Nullable;

/** Makes it a choice which value a read of a plain variable finds, where there are several. */
final class PlainReads {
  private final Engine engine;
  private final Scheduler scheduler;
  private final StaleReads values;

  PlainReads(Engine engine, Scheduler scheduler, StaleReads values) {
    this.engine = engine;
    this.scheduler = scheduler;
    this.values = values;
  }

  /** A variable is about to be read or written by {@code self}. */
  void access(Task self, @Nullable Object owner, int index, boolean write, int site) {
    boolean before = engine.pause(true);
    if (write) {
      values.writes(self, owner, index, site);
    } else {
      read(self, owner, index, site);
    }
    engine.pause(before);
  }

  private void read(Task self, @Nullable Object owner, int index, int site) {
    int count = values.values(self, owner, index, site);
    if (count == 1) {
      return;
    }
    int stays = values.stays(self);
    int choice = stays >= 0 ? stays : scheduler.liberties.choose(Liberty.STALE_READS, count, site);
    if (choice > 0) {
      Observer observer = scheduler.observer();
      if (observer != null) {
        observer.findsStale(self, owner, index, site);
      }
      values.choose(self, choice);
      Hooks.stale = true;
    }
  }

  /** The read is over. */
  void seen() {
    boolean before = engine.pause(true);
    values.restore();
    engine.pause(before);
  }

  /** Something is called that may write variables unseen. */
  void settle() {
    boolean before = engine.pause(true);
    values.settle();
    engine.pause(before);
  }
}
