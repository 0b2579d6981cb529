// verdict: passes
// why: Two permits let at most two cars in.
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

class CarPark {
  static final Semaphore places = new Semaphore(2);
  static final AtomicInteger inside = new AtomicInteger();

  static void park() {
    places.acquireUninterruptibly();
    int now = inside.incrementAndGet();
    assert now <= 2 : now + " cars in two places";
    inside.decrementAndGet();
    places.release();
  }

  public static void main(String[] args) {
    for (String driver : new String[] {"Ann", "Bob", "Cid"}) {
      new Thread(CarPark::park, driver).start();
    }
  }
}
