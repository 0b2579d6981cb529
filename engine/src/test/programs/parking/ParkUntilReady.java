// verdict: all-pass
// why: an unpark before the park leaves a permit, and the flag is asked in a loop.

import java.util.concurrent.locks.LockSupport;

public class ParkUntilReady {
  private static volatile boolean ready;

  public static void main(String[] args) throws InterruptedException {
    Thread sleeper =
        new Thread(() -> {
          while (!ready) {
            LockSupport.park();
          }
        });
    sleeper.start();
    ready = true;
    LockSupport.unpark(sleeper);
    sleeper.join();
  }
}
