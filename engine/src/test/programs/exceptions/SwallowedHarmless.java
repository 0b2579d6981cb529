// verdict: all-pass
// why: a caught exception is the program's own affair.

import java.util.concurrent.atomic.AtomicInteger;

public class SwallowedHarmless {
  private static final AtomicInteger valid = new AtomicInteger();

  private static void check(String text) {
    try {
      Integer.parseInt(text);
      valid.incrementAndGet();
    } catch (NumberFormatException ignored) {
      // not a number, not counted
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(() -> check("12"));
    Thread second = new Thread(() -> check("twelve"));
    first.start();
    second.start();
    first.join();
    second.join();
    assert valid.get() == 1;
  }
}
