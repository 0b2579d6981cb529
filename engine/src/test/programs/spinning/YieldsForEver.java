// verdict: fails livelock
// why: a typo lets the loop ask for a count that is never reached.

import java.util.concurrent.atomic.AtomicInteger;

public class YieldsForEver {
  public static void main(String[] args) {
    AtomicInteger ready = new AtomicInteger();
    for (int i = 0; i < 2; i++) {
      new Thread(ready::incrementAndGet).start();
    }
    while (ready.get() < 3) {
      Thread.yield();
    }
  }
}
