// verdict: fails failure AssertionError
// only-sleep: true
// why: await with a time-out returns false when the worker is late, and nobody looks.

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public class LatchWithTime {
  private static volatile String page;

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch loaded = new CountDownLatch(1);
    Thread loader =
        new Thread(() -> {
          page = "<html>";
          loaded.countDown();
        });
    loader.start();
    loaded.await(30, TimeUnit.SECONDS);
    assert page != null : "nothing loaded";
  }
}
