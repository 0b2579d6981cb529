// verdict: fails failure AssertionError
// only-sleep: true
// why: with two workers the task due at 10 ms can be overtaken by the one due at 30 ms.

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class TwoWorkersNoOrder {
  public static void main(String[] args) {
    StringBuffer order = new StringBuffer();
    ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    scheduler.schedule(() -> order.append("a"), 10, TimeUnit.MILLISECONDS);
    scheduler.schedule(() -> order.append("b"), 30, TimeUnit.MILLISECONDS);
    scheduler.close();
    assert order.toString().equals("ab") : order;
  }
}
