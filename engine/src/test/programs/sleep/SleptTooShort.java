// verdict: fails failure AssertionError
// cause: none
// why: main sleeps less than the worker, so it is early whatever the schedule.

import java.util.concurrent.TimeUnit;

public class SleptTooShort {
  private static volatile int progress;

  public static void main(String[] args) throws InterruptedException {
    Thread worker =
        new Thread(() -> {
          try {
            TimeUnit.MILLISECONDS.sleep(300);
            progress = 100;
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    worker.start();
    TimeUnit.MILLISECONDS.sleep(100);
    assert progress == 100 : progress + " %";
  }
}
