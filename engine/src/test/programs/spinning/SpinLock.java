// verdict: passes
// why: compareAndSet takes the lock in one step.

import java.util.concurrent.atomic.AtomicBoolean;

public class SpinLock {
  private static final AtomicBoolean locked = new AtomicBoolean();
  private static int visits;

  private static void visit() {
    while (!locked.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
    try {
      visits++;
    } finally {
      locked.set(false);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(SpinLock::visit);
    Thread bob = new Thread(SpinLock::visit);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert visits == 2;
  }
}
