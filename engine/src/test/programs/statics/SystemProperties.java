// verdict: all-pass
// why: a system property set by one execution is not seen by the next.

import java.util.concurrent.atomic.AtomicInteger;

public class SystemProperties {
  public static void main(String[] args) throws InterruptedException {
    assert System.getProperty("loom.colour") == null;
    System.setProperty("loom.colour", "red");
    AtomicInteger steps = new AtomicInteger();
    Thread other = new Thread(steps::incrementAndGet);
    other.start();
    steps.incrementAndGet();
    other.join();
    assert System.getProperty("loom.colour").equals("red") && steps.get() == 2;
  }
}
