// verdict: all-pass
// interleavings: 10
// why: two atomic steps of one thread among three of another, so 5! / (2! 3!) orders.

import java.util.concurrent.atomic.AtomicInteger;

public class TwoAndThree {
  private static final AtomicInteger count = new AtomicInteger();

  private static void add(int times) {
    for (int i = 0; i < times; i++) {
      count.incrementAndGet();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread two = new Thread(() -> add(2));
    Thread three = new Thread(() -> add(3));
    two.start();
    three.start();
    two.join();
    three.join();
    assert count.get() == 5;
  }
}
