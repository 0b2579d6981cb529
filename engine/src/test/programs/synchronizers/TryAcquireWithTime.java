// verdict: passes
// why: who gets no permit in time goes without, and gives none back.

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public class TryAcquireWithTime {
  private static final Semaphore table = new Semaphore(1);

  private static void dine() {
    try {
      if (table.tryAcquire(1, TimeUnit.SECONDS)) {
        Thread.sleep(600);
        table.release();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(TryAcquireWithTime::dine, "Ann");
    Thread bob = new Thread(TryAcquireWithTime::dine, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert table.availablePermits() == 1;
  }
}
