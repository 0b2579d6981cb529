// verdict: all-pass
// why: the updater's compareAndSet lets one thread win, and getAndUpdate on a long loses nothing.

import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

public class ReferenceUpdater {
  private static final AtomicReferenceFieldUpdater<ReferenceUpdater, String> WINNER =
      AtomicReferenceFieldUpdater.newUpdater(ReferenceUpdater.class, String.class, "winner");
  private static final AtomicLongFieldUpdater<ReferenceUpdater> POINTS =
      AtomicLongFieldUpdater.newUpdater(ReferenceUpdater.class, "points");

  private volatile String winner;
  private volatile long points;

  private void finish(String name) {
    if (WINNER.compareAndSet(this, null, name)) {
      POINTS.getAndUpdate(this, before -> before + 3);
    } else {
      POINTS.getAndUpdate(this, before -> before + 1);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ReferenceUpdater race = new ReferenceUpdater();
    Thread ann = new Thread(() -> race.finish("Ann"));
    Thread bob = new Thread(() -> race.finish("Bob"));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert race.points == 4 && race.winner != null;
  }
}
