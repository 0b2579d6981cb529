// verdict: fails never-ends
// cause: leaked-executor
// why: the idle worker of a fixed pool keeps the program alive.

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class NeverShutDown {
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    System.out.println(pool.submit(() -> 6 * 7).get());
  }
}
