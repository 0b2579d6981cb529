// verdict: all-pass
// interleavings: 1
// why: after a sleep the clocks are further on by at least its length.

import java.time.Duration;
import java.time.Instant;

public class SleepTakesTime {
  public static void main(String[] args) throws InterruptedException {
    long nanos = System.nanoTime();
    long millis = System.currentTimeMillis();
    Instant instant = Instant.now();
    Thread.sleep(Duration.ofMillis(200));
    assert System.nanoTime() - nanos >= 200_000_000L;
    assert System.currentTimeMillis() - millis >= 199;
    assert Duration.between(instant, Instant.now()).toMillis() >= 199;
  }
}
