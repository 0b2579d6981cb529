// verdict: passes
// why: transfer waits for the taker, and the deque is used from both ends.

import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedTransferQueue;

public class TransferAndDeque {
  public static void main(String[] args) throws InterruptedException {
    LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();
    LinkedBlockingDeque<Integer> deque = new LinkedBlockingDeque<>(2);
    Thread taker =
        new Thread(() -> {
          try {
            deque.putFirst(queue.take());
            deque.putLast(queue.take());
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    taker.start();
    queue.transfer(1);
    queue.transfer(2);
    assert deque.takeLast() + deque.takeLast() == 3;
    taker.join();
  }
}
