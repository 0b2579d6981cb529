// verdict: all-pass
// why: the sum is asked after both threads have ended.

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

public class LongAdderSum {
  public static void main(String[] args) throws InterruptedException {
    LongAdder requests = new LongAdder();
    LongAccumulator slowest = new LongAccumulator(Long::max, 0);
    Thread first =
        new Thread(() -> {
          requests.increment();
          slowest.accumulate(30);
        });
    Thread second =
        new Thread(() -> {
          requests.add(2);
          slowest.accumulate(50);
        });
    first.start();
    second.start();
    first.join();
    second.join();
    assert requests.sum() == 3 && slowest.get() == 50;
  }
}
