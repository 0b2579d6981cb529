// verdict: fails never-ends or step-bound
// why: nobody stops the periodic task.

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class TicksForEver {
  private static int ticks;

  public static void main(String[] args) {
    Executors.newScheduledThreadPool(1)
        .scheduleWithFixedDelay(() -> ticks++, 1, 1, TimeUnit.SECONDS);
  }
}
