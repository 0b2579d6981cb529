// verdict: fails deadlock
// cause: self-deadlock
// why: a semaphore with one permit is no reentrant lock.

import java.util.concurrent.Semaphore;

public class SemaphoreTwice {
  private static final Semaphore mutex = new Semaphore(1);
  private static int total;

  private static void add(int amount) {
    mutex.acquireUninterruptibly();
    try {
      total += amount;
    } finally {
      mutex.release();
    }
  }

  private static void addTwice(int amount) {
    mutex.acquireUninterruptibly();
    try {
      add(amount);
      add(amount);
    } finally {
      mutex.release();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread adder = new Thread(() -> addTwice(5), "adder");
    adder.start();
    adder.join();
    System.out.println(total);
  }
}
