// verdict: all-pass
// interleavings: 20
// why: three atomic steps a thread, so 6! / (3! 3!) orders.

import java.util.concurrent.atomic.AtomicInteger;

public class AtomicCounter {
  private final AtomicInteger value = new AtomicInteger();

  private void increments() {
    for (int i = 0; i < 3; i++) {
      value.incrementAndGet();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    AtomicCounter counter = new AtomicCounter();
    Thread first = new Thread(counter::increments);
    Thread second = new Thread(counter::increments);
    first.start();
    second.start();
    first.join();
    second.join();
    assert counter.value.get() == 6;
  }
}
