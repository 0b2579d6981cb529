// what: two permits and two visitors who meet inside
// criterion: parallel
import java.util.concurrent.CyclicBarrier;

class TwoInside {
  static final Permits permits = new Permits(2);
  static final CyclicBarrier bothInside = new CyclicBarrier(2);

  static void visit() {
    try {
      permits.acquire();
      bothInside.await();
      permits.release();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) {
    new Thread(TwoInside::visit, "Ann").start();
    new Thread(TwoInside::visit, "Bob").start();
  }
}
