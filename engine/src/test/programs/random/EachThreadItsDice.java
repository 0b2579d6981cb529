// verdict: all-pass
// why: random numbers of two threads must depend on nothing but the schedule.

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

public class EachThreadItsDice {
  private static final AtomicInteger sum = new AtomicInteger();

  private static void roll() {
    int eyes = ThreadLocalRandom.current().nextInt(1, 7);
    if (Math.random() < 0.5) {
      sum.addAndGet(eyes);
    } else {
      sum.incrementAndGet();
      sum.addAndGet(eyes - 1);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(EachThreadItsDice::roll);
    Thread bob = new Thread(EachThreadItsDice::roll);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert sum.get() >= 2 && sum.get() <= 12;
  }
}
