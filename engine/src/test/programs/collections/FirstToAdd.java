// verdict: all-pass
// why: add on a concurrent set tells exactly one thread that it was first.

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

public class FirstToAdd {
  private static final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private static final ConcurrentSkipListMap<Integer, String> winners =
      new ConcurrentSkipListMap<>();

  private static void claim(int number, String name) {
    if (claimed.add("prize")) {
      winners.put(number, name);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(() -> claim(1, "Ann"));
    Thread bob = new Thread(() -> claim(2, "Bob"));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert winners.size() == 1;
  }
}
