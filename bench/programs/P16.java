// verdict: fails failure AssertionError
// why: a worker takes an empty queue for the end, while another still adds to it.

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

public class P16 {
  private static final ConcurrentLinkedQueue<Integer> jobs = new ConcurrentLinkedQueue<>();
  private static final AtomicInteger done = new AtomicInteger();
  private static volatile boolean closed;

  private static void work() {
    Integer job = jobs.poll();
    while (job != null || !closed) {
      if (job != null) {
        done.incrementAndGet();
      }
      job = jobs.poll();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread worker = new Thread(P16::work);
    worker.start();
    jobs.add(1);
    jobs.add(2);
    closed = true;
    worker.join();
    assert done.get() == 2 : done.get() + " of 2 jobs done";
  }
}
