// what: one permit and three visitors
import java.util.concurrent.atomic.AtomicInteger;

class OneInside {
  static final Permits permits = new Permits(1);
  static final AtomicInteger inside = new AtomicInteger();

  static void visit() {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    int now = inside.incrementAndGet();
    assert now == 1 : now + " inside at once";
    inside.decrementAndGet();
    permits.release();
  }

  public static void main(String[] args) {
    for (String name : new String[] {"Ann", "Bob", "Cid"}) {
      new Thread(OneInside::visit, name).start();
    }
  }
}
