// verdict: fails failure AssertionError
// cause: check-then-act
// why: the sum is checked before the increment, so two threads can pass a limit of one.

import java.util.concurrent.atomic.LongAdder;

public class LongAdderAsLimit {
  private static final LongAdder admitted = new LongAdder();

  private static void admit() {
    if (admitted.sum() < 1) {
      admitted.increment();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(LongAdderAsLimit::admit);
    Thread second = new Thread(LongAdderAsLimit::admit);
    first.start();
    second.start();
    first.join();
    second.join();
    assert admitted.sum() == 1 : admitted;
  }
}
