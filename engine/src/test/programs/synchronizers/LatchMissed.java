// verdict: fails deadlock
// cause: none
// why: the worker that fails never counts down.

import java.util.concurrent.CountDownLatch;

public class LatchMissed {
  private static void load(String name, CountDownLatch loaded) {
    try {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("no name");
      }
      loaded.countDown();
    } catch (IllegalArgumentException e) {
      System.out.println("skipped: " + e.getMessage());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch loaded = new CountDownLatch(2);
    new Thread(() -> load("logo.png", loaded)).start();
    new Thread(() -> load("", loaded)).start();
    loaded.await();
  }
}
