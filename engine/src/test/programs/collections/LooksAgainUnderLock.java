// verdict: fails failure AssertionError
// cause: none
// why: the second look saves the room from being given twice; the guests are counted without a lock.

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class LooksAgainUnderLock {
  private static final Map<Integer, String> rooms = new ConcurrentHashMap<>();
  private static final Map<String, Integer> bills = new HashMap<>();
  private static volatile int asked;

  private static void book(String guest) {
    asked++;
    if (!rooms.containsKey(7)) {
      synchronized (bills) {
        if (!rooms.containsKey(7)) {
          rooms.put(7, guest);
        }
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(() -> book("Ann"));
    Thread bob = new Thread(() -> book("Bob"));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert asked == 2 : asked + " guests asked";
  }
}
