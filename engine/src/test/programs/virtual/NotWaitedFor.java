// verdict: all-pass
// why: virtual threads are daemons, so one that waits for ever lets the program end.

import java.util.concurrent.CountDownLatch;

public class NotWaitedFor {
  public static void main(String[] args) {
    CountDownLatch never = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
