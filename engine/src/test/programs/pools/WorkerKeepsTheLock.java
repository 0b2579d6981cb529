// verdict: fails deadlock
// cause: forgotten-unlock
// why: the task ends without unlock, and its worker lives on with the lock.

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class WorkerKeepsTheLock {
  private static final Lock lock = new ReentrantLock();
  private static int sum;

  private static int add(int amount) {
    lock.lock();
    sum += amount;
    return sum;
  }

  public static void main(String[] args) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.submit(() -> add(1)).get();
    lock.lock();
    try {
      System.out.println(sum);
    } finally {
      lock.unlock();
    }
    pool.shutdown();
  }
}
