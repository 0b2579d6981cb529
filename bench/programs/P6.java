// verdict: fails failure AssertionError
// why: the check and the put on a concurrent map are two steps.

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

public class P6 {
  private static final ConcurrentHashMap<String, String> owners = new ConcurrentHashMap<>();
  private static final AtomicInteger sales = new AtomicInteger();

  private static void buy(String owner) {
    if (!owners.containsKey("mill")) {
      owners.put("mill", owner);
      sales.incrementAndGet();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(() -> buy("Ann"));
    Thread bob = new Thread(() -> buy("Bob"));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert sales.get() == 1 : "sold " + sales.get() + " times";
  }
}
