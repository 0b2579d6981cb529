// verdict: all-pass
// why: final static collections are made anew in every execution.

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class FinalCollections {
  private static final List<String> order = new ArrayList<>(List.of("start"));
  private static final Map<String, Integer> arrived = new ConcurrentHashMap<>();

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(() -> arrived.put("ann", arrived.size()));
    Thread bob = new Thread(() -> arrived.put("bob", arrived.size()));
    assert arrived.isEmpty() && order.size() == 1;
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    order.add("end");
    assert arrived.size() == 2 && order.equals(List.of("start", "end"));
  }
}
