// verdict: fails never-ends
// cause: leaked-executor
// why: one of three pools is shut down.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class TwoPoolsLeft {
  public static void main(String[] args) {
    ExecutorService readers = Executors.newSingleThreadExecutor();
    ExecutorService writers = Executors.newFixedThreadPool(2);
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    readers.execute(() -> System.out.println("read"));
    writers.execute(() -> System.out.println("written"));
    clock.schedule(() -> System.out.println("late"), 1, TimeUnit.SECONDS);
    writers.shutdown();
  }
}
