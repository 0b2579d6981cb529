// verdict: passes
// why: parkNanos may end early or late; the loop looks at the clock and the flag.

import java.util.concurrent.locks.LockSupport;

public class ParkWithTime {
  private static volatile boolean done;

  public static void main(String[] args) throws InterruptedException {
    Thread worker = new Thread(() -> done = true);
    worker.start();
    long deadline = System.nanoTime() + 1_000_000_000L;
    while (!done) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      LockSupport.parkNanos(left);
    }
    worker.join();
    assert done;
  }
}
