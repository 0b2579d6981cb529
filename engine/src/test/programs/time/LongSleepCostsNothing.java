// verdict: all-pass
// interleavings: 1
// why: virtual time jumps over a week of sleep.

import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;

public class LongSleepCostsNothing {
  public static void main(String[] args) throws InterruptedException {
    LocalDateTime before = LocalDateTime.now();
    TimeUnit.DAYS.sleep(7);
    assert LocalDateTime.now().isAfter(before.plusDays(6));
  }
}
