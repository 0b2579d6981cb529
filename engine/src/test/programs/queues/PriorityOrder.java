// verdict: all-pass
// why: whatever the order of arrival, the smallest element comes first.

import java.util.concurrent.PriorityBlockingQueue;

public class PriorityOrder {
  public static void main(String[] args) throws InterruptedException {
    PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>();
    Thread low = new Thread(() -> queue.add(1));
    Thread high = new Thread(() -> queue.add(2));
    low.start();
    high.start();
    low.join();
    high.join();
    assert queue.take() == 1;
    assert queue.take() == 2;
  }
}
