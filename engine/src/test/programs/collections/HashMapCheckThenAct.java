// verdict: fails failure AssertionError
// why: nothing guards the map, and check and put are two steps.

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

public class HashMapCheckThenAct {
  private static final Map<String, String> owners = new HashMap<>();
  private static final AtomicInteger sold = new AtomicInteger();

  private static void buy(String house, String owner) {
    if (owners.get(house) == null) {
      owners.put(house, owner);
      sold.incrementAndGet();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(() -> buy("mill", "Ann"));
    Thread bob = new Thread(() -> buy("mill", "Bob"));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert sold.get() == 1 : "sold twice";
  }
}
