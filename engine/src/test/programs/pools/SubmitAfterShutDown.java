// verdict: fails failure java.util.concurrent.RejectedExecutionException
// why: the pool can be shut down before the other thread has submitted.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class SubmitAfterShutDown {
  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    new Thread(() -> pool.execute(() -> System.out.println("hello")), "client").start();
    pool.shutdown();
  }
}
