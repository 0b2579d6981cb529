// verdict: passes
// why: the barber cuts as many as came, and a full waiting room sends customers away.

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

public class SleepingBarber {
  private static final Semaphore customers = new Semaphore(0);
  private static final Semaphore chairs = new Semaphore(1);
  private static final AtomicInteger cuts = new AtomicInteger();
  private static final AtomicInteger sentAway = new AtomicInteger();

  private static void visit() {
    if (chairs.tryAcquire()) {
      customers.release();
    } else {
      sentAway.incrementAndGet();
    }
  }

  private static void work() {
    while (true) {
      customers.acquireUninterruptibly();
      chairs.release();
      cuts.incrementAndGet();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread barber = new Thread(SleepingBarber::work, "barber");
    barber.setDaemon(true);
    barber.start();
    Thread ann = new Thread(SleepingBarber::visit, "Ann");
    Thread bob = new Thread(SleepingBarber::visit, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert cuts.get() + sentAway.get() <= 2;
  }
}
