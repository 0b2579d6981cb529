// verdict: fails deadlock or never-ends
// cause: interrupt-swallowed
// why: the worker drops the interrupt that should end it and waits again.

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class InterruptSwallowed {
  private static final BlockingQueue<String> orders = new LinkedBlockingQueue<>();

  private static void serve() {
    while (true) {
      try {
        System.out.println("serving " + orders.take());
      } catch (InterruptedException e) {
        // go on
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread waiter = new Thread(InterruptSwallowed::serve, "waiter");
    waiter.start();
    orders.put("soup");
    waiter.interrupt();
    waiter.join();
  }
}
