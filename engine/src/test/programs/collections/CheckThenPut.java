// verdict: fails failure AssertionError
// cause: check-then-act
// why: each call on the map is atomic, the two together are not.

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

public class CheckThenPut {
  private static final ConcurrentMap<String, Integer> sessions = new ConcurrentHashMap<>();
  private static final AtomicInteger opened = new AtomicInteger();

  private static void open(String user) {
    if (!sessions.containsKey(user)) {
      sessions.put(user, opened.incrementAndGet());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread phone = new Thread(() -> open("ann"), "phone");
    Thread laptop = new Thread(() -> open("ann"), "laptop");
    phone.start();
    laptop.start();
    phone.join();
    laptop.join();
    assert opened.get() == 1 : "Ann has " + opened.get() + " sessions";
  }
}
