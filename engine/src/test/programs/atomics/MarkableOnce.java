// verdict: all-pass
// why: only one of the threads can set the mark.

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicMarkableReference;

public class MarkableOnce {
  public static void main(String[] args) throws InterruptedException {
    AtomicMarkableReference<String> node = new AtomicMarkableReference<>("node", false);
    AtomicBoolean cleaned = new AtomicBoolean();
    AtomicInteger cleaners = new AtomicInteger();
    Runnable remove =
        () -> {
          if (node.compareAndSet("node", "node", false, true)
              && cleaned.compareAndSet(false, true)) {
            cleaners.incrementAndGet();
          }
        };
    Thread first = new Thread(remove);
    Thread second = new Thread(remove);
    first.start();
    second.start();
    first.join();
    second.join();
    assert cleaners.get() == 1 && node.isMarked();
  }
}
