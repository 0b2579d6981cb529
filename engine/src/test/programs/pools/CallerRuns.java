// verdict: passes
// why: a full pool makes the caller run the task itself, so none is lost.

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public class CallerRuns {
  public static void main(String[] args) {
    AtomicInteger served = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            task -> new Thread(task, "waiter"),
            new ThreadPoolExecutor.CallerRunsPolicy());
    for (int i = 0; i < 3; i++) {
      pool.execute(served::incrementAndGet);
    }
    pool.close();
    assert served.get() == 3 && pool.getCompletedTaskCount() <= 3;
  }
}
