// verdict: all-pass
// interleavings: 6
// why: two atomic steps of main among two of the worker.

import java.util.concurrent.atomic.AtomicLong;

public class MainTakesPart {
  public static void main(String[] args) throws InterruptedException {
    AtomicLong sum = new AtomicLong();
    Thread worker =
        new Thread(() -> {
          sum.addAndGet(1);
          sum.addAndGet(2);
        });
    worker.start();
    sum.addAndGet(10);
    sum.addAndGet(20);
    worker.join();
    assert sum.get() == 33;
  }
}
