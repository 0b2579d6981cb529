// verdict: fails deadlock
// cause: none
// why: the interrupt is answered; then the worker waits for a receipt that nobody writes.

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

public class InterruptedThenWaitsElsewhere {
  private static final BlockingQueue<String> orders = new LinkedBlockingQueue<>();
  private static final CountDownLatch receipt = new CountDownLatch(1);

  private static void serve() {
    try {
      System.out.println(orders.take());
    } catch (InterruptedException e) {
      close();
    }
  }

  private static void close() {
    try {
      receipt.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread worker = new Thread(InterruptedThenWaitsElsewhere::serve, "worker");
    worker.start();
    worker.interrupt();
    worker.join();
  }
}
