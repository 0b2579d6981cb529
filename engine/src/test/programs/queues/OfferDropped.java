// verdict: fails deadlock
// why: offer returns false on a full queue, nobody looks, and the consumer waits for the lost item.

import java.util.concurrent.ArrayBlockingQueue;

public class OfferDropped {
  public static void main(String[] args) throws InterruptedException {
    ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
    Thread producer =
        new Thread(
            () -> {
              queue.offer(1);
              queue.offer(2);
            },
            "producer");
    producer.start();
    int sum = queue.take() + queue.take();
    System.out.println(sum);
  }
}
