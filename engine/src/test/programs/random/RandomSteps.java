// verdict: all-pass
// why: a random number decides how many steps are taken; it must be the same in each execution.

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

public class RandomSteps {
  public static void main(String[] args) throws InterruptedException {
    int steps = 1 + new Random().nextInt(3);
    AtomicInteger count = new AtomicInteger();
    Runnable walk =
        () -> {
          for (int i = 0; i < steps; i++) {
            count.incrementAndGet();
          }
        };
    Thread first = new Thread(walk);
    Thread second = new Thread(walk);
    first.start();
    second.start();
    first.join();
    second.join();
    assert count.get() == 2 * steps;
  }
}
