// verdict: all-pass
// why: Set.of has an order that differs between JVMs; it must not differ between executions.

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

public class OrderOfSets {
  private static final AtomicLong product = new AtomicLong(1);

  private static void multiplyUntil(int last) {
    for (int factor : Set.of(2, 3, 5)) {
      product.updateAndGet(before -> before * factor);
      if (factor == last) {
        return;
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread other = new Thread(() -> multiplyUntil(3));
    other.start();
    multiplyUntil(5);
    other.join();
    assert product.get() % 15 == 0;
  }
}
