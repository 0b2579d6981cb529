// verdict: passes
// why: one latch opens the race, another waits for all runners.

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

public class LatchStart {
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(2);
    AtomicInteger place = new AtomicInteger();
    int[] places = new int[2];
    for (int i = 0; i < 2; i++) {
      int runner = i;
      new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                places[runner] = place.incrementAndGet();
                finish.countDown();
              })
          .start();
    }
    start.countDown();
    finish.await();
    assert places[0] + places[1] == 3;
  }
}
