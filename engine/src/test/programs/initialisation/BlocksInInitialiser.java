// verdict: all-pass
// why: an initialiser may wait for another thread, and those that need the class wait for it.

import java.util.concurrent.CountDownLatch;

public class BlocksInInitialiser {
  private static final CountDownLatch ready = new CountDownLatch(1);

  static class Service {
    static final String STATE;

    static {
      try {
        ready.await();
      } catch (InterruptedException e) {
        throw new ExceptionInInitializerError(e);
      }
      STATE = "up";
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Runnable use =
        () -> {
          assert Service.STATE.equals("up");
        };
    Thread first = new Thread(use);
    Thread second = new Thread(use);
    first.start();
    second.start();
    ready.countDown();
    first.join();
    second.join();
  }
}
