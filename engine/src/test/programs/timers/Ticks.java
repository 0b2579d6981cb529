// verdict: passes
// why: the task counts the latch down and the timer is cancelled.

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

public class Ticks {
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch ticks = new CountDownLatch(2);
    Timer timer = new Timer("ticker");
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            ticks.countDown();
          }
        },
        100,
        100);
    ticks.await();
    timer.cancel();
  }
}
