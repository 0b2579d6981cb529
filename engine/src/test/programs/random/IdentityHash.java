// verdict: all-pass
// why: identity hash codes choose the order of steps; they must be the same in each execution.

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

public class IdentityHash {
  private static final Map<Object, Integer> weights = new HashMap<>();
  private static final AtomicInteger sum = new AtomicInteger();

  private static void addUntilHeavy() {
    for (int weight : weights.values()) {
      sum.addAndGet(weight);
      if (weight > 1) {
        return;
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    weights.put(new Object(), 1);
    weights.put(new Object(), 1);
    weights.put(new Object(), 10);
    Thread other = new Thread(IdentityHash::addUntilHeavy);
    other.start();
    addUntilHeavy();
    other.join();
    assert sum.get() >= 20 && sum.get() <= 24;
  }
}
