// verdict: passes
// why: a single worker takes delayed tasks in the order in which they fall due.

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class OneWorkerKeepsOrder {
  public static void main(String[] args) {
    StringBuffer order = new StringBuffer();
    ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    scheduler.schedule(() -> order.append("a"), 10, TimeUnit.MILLISECONDS);
    scheduler.schedule(() -> order.append("b"), 30, TimeUnit.MILLISECONDS);
    scheduler.close();
    assert order.toString().equals("ab") : order;
  }
}
