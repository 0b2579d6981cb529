// verdict: fails failure AssertionError
// cause: check-then-act
// why: both threads can see false before one of them sets true.

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

public class StartedTwice {
  private static final AtomicBoolean started = new AtomicBoolean();
  private static final AtomicInteger engines = new AtomicInteger();

  private static void start() {
    if (!started.get()) {
      started.set(true);
      engines.incrementAndGet();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(StartedTwice::start);
    Thread second = new Thread(StartedTwice::start);
    first.start();
    second.start();
    first.join();
    second.join();
    assert engines.get() == 1 : "started twice";
  }
}
