// verdict: all-pass
// interleavings: 1
// why: reading a static field by reflection initialises its class in each execution.

import java.util.concurrent.atomic.AtomicInteger;

public class StaticByReflection {
  static class Limits {
    static final AtomicInteger SEATS = new AtomicInteger(12);
    static int rows;

    static {
      rows = 3;
    }
  }

  public static void main(String[] args) throws ReflectiveOperationException {
    int rows = Limits.class.getDeclaredField("rows").getInt(null);
    Object seats = Limits.class.getDeclaredField("SEATS").get(null);
    assert rows == 3 : rows;
    assert seats.toString().equals("12") : seats;
  }
}
