// verdict: fails failure java.util.concurrent.TimeoutException or never-ends
// only-sleep: true
// why: get with a time-out throws when the worker is late.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

public class GetWithTime {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    Future<Integer> answer = pool.submit(() -> 42);
    System.out.println(answer.get(1, TimeUnit.MINUTES));
    pool.shutdown();
  }
}
