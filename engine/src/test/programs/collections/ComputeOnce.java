// verdict: all-pass
// why: computeIfAbsent calls the function once a key.

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

public class ComputeOnce {
  private static final ConcurrentHashMap<Integer, String> pages = new ConcurrentHashMap<>();
  private static final AtomicInteger loads = new AtomicInteger();

  private static String load(int number) {
    loads.incrementAndGet();
    return "page " + number;
  }

  public static void main(String[] args) throws InterruptedException {
    Runnable read = () -> pages.computeIfAbsent(7, ComputeOnce::load);
    Thread ann = new Thread(read);
    Thread bob = new Thread(read);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert loads.get() == 1;
  }
}
