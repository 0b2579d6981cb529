// verdict: fails deadlock
// why: two unparks before the first park leave one permit, not two.

import java.util.concurrent.locks.LockSupport;

public class PermitsDoNotAdd {
  public static void main(String[] args) throws InterruptedException {
    Thread worker =
        new Thread(
            () -> {
              LockSupport.park();
              LockSupport.park();
            },
            "worker");
    worker.start();
    LockSupport.unpark(worker);
    LockSupport.unpark(worker);
    worker.join();
  }
}
