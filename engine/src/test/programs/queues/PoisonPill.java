// verdict: passes
// why: the producer ends the stream with a value that stops the consumer.

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

public class PoisonPill {
  private static final int END = -1;

  public static void main(String[] args) throws InterruptedException {
    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
    Thread producer =
        new Thread(() -> {
          try {
            queue.put(20);
            queue.put(22);
            queue.put(END);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    producer.start();
    int sum = 0;
    for (int item = queue.take(); item != END; item = queue.take()) {
      sum += item;
    }
    producer.join();
    assert sum == 42;
  }
}
