// verdict: fails deadlock
// cause: exhausted-pool
// why: two outer tasks can take both workers, and their inner tasks never run.

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class TwoWorkersStarve {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Callable<Integer> outer = () -> pool.submit(() -> 1).get() + 1;
    Future<Integer> left = pool.submit(outer);
    Future<Integer> right = pool.submit(outer);
    System.out.println(left.get() + right.get());
    pool.shutdown();
  }
}
