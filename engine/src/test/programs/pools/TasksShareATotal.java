// verdict: fails lost-update TasksShareATotal.total
// why: a pool of two runs two tasks at once, and both add to one field.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class TasksShareATotal {
  private static int total;

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Future<?> first = pool.submit(() -> total += 1);
    Future<?> second = pool.submit(() -> total += 2);
    first.get();
    second.get();
    pool.shutdown();
    assert total == 3 : total;
  }
}
