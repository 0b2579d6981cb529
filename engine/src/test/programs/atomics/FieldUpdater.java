// verdict: all-pass
// interleavings: 6
// why: an updater makes each increment of the field one step, two in each of two threads.

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

public class FieldUpdater {
  private static final AtomicIntegerFieldUpdater<FieldUpdater> LEVEL =
      AtomicIntegerFieldUpdater.newUpdater(FieldUpdater.class, "level");

  private volatile int level;

  private void raiseTwice() {
    LEVEL.incrementAndGet(this);
    LEVEL.addAndGet(this, 10);
  }

  public static void main(String[] args) throws InterruptedException {
    FieldUpdater tank = new FieldUpdater();
    Thread first = new Thread(tank::raiseTwice);
    Thread second = new Thread(tank::raiseTwice);
    first.start();
    second.start();
    first.join();
    second.join();
    assert tank.level == 22;
  }
}
