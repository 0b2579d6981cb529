// verdict: fails failure AssertionError
// why: a release in finally gives back a permit that was never acquired.

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

public class PermitTooMany {
  private static final Semaphore seat = new Semaphore(1);
  private static final AtomicInteger seated = new AtomicInteger();

  private static void visit() {
    try {
      if (seat.tryAcquire()) {
        assert seated.incrementAndGet() == 1 : "two on one seat";
        seated.decrementAndGet();
      }
    } finally {
      seat.release();
    }
  }

  public static void main(String[] args) {
    for (String name : new String[] {"Ann", "Bob", "Cid"}) {
      new Thread(PermitTooMany::visit, name).start();
    }
  }
}
