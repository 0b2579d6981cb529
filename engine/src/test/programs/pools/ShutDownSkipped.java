// verdict: fails failure java.util.concurrent.ExecutionException or never-ends
// why: the exception of get leaves main before shutdown.

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class ShutDownSkipped {
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    Future<Integer> answer = pool.submit(() -> Integer.parseInt("forty-two"));
    System.out.println(answer.get());
    pool.shutdown();
  }
}
