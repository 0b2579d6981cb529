// verdict: all-pass
// interleavings: 2
// why: static fields start anew in every execution.

import java.util.concurrent.atomic.AtomicInteger;

public class CountsItsRuns {
  private static int runs;
  private static final AtomicInteger steps = new AtomicInteger();

  public static void main(String[] args) throws InterruptedException {
    runs++;
    assert runs == 1 : "state of an earlier execution";
    Thread first = new Thread(steps::incrementAndGet);
    Thread second = new Thread(steps::incrementAndGet);
    first.start();
    second.start();
    first.join();
    second.join();
    assert steps.get() == 2 : "steps of an earlier execution";
  }
}
