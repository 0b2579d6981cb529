// verdict: passes
// why: put returns only when a taker has the item.

import java.util.concurrent.SynchronousQueue;

public class HandOff {
  private static volatile boolean taken;

  public static void main(String[] args) throws InterruptedException {
    SynchronousQueue<String> counter = new SynchronousQueue<>();
    Thread customer =
        new Thread(() -> {
          try {
            assert counter.take().equals("coffee");
            taken = true;
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    customer.start();
    counter.put("coffee");
    customer.join();
    assert taken;
  }
}
