// verdict: fails deadlock
// cause: none
// why: two consumers, one poison pill: the second waits for ever.

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class OnePillForTwo {
  private static final BlockingQueue<String> jobs = new LinkedBlockingQueue<>();

  private static void consume() {
    try {
      while (!jobs.take().equals("stop")) {
        System.out.println("one job done");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(OnePillForTwo::consume, "consumer-1");
    Thread second = new Thread(OnePillForTwo::consume, "consumer-2");
    first.start();
    second.start();
    jobs.put("print");
    jobs.put("stop");
    first.join();
    second.join();
  }
}
