// verdict: all-pass
// interleavings: 2
// why: enum constants, interface fields, nested classes and arrays are reset like other statics.

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

public class StateInCorners {
  enum Lamp {
    RED,
    GREEN;

    boolean on;
  }

  interface Journal {
    List<String> LINES = new ArrayList<>();
  }

  static class Nested {
    static final int[] slots = {0, 0};
    static String last = "none";
  }

  private static final AtomicInteger steps = new AtomicInteger();

  public static void main(String[] args) throws InterruptedException {
    assert !Lamp.RED.on && !Lamp.GREEN.on;
    assert Journal.LINES.isEmpty();
    assert Nested.slots[1] == 0 && Nested.last.equals("none");
    Lamp.GREEN.on = true;
    Journal.LINES.add("green");
    Nested.slots[1] = 5;
    Nested.last = "green";
    Thread other = new Thread(steps::incrementAndGet);
    other.start();
    steps.incrementAndGet();
    other.join();
    assert steps.get() == 2;
  }
}
