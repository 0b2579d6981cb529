// verdict: all-pass
// interleavings: 1
// why: an interface is initialised when a field of it is first needed, a constant needs nothing.

import java.util.ArrayList;
import java.util.List;

public class InterfaceConstants {
  private static final List<String> events = new ArrayList<>();

  private static String event(String name) {
    events.add(name);
    return name;
  }

  interface Colours {
    int COUNT = 3;
    String FIRST = event("colours");
  }

  static class Base {
    static {
      event("base");
    }
  }

  static class Derived extends Base implements Colours {
    static final String NAME = event("derived");
  }

  public static void main(String[] args) {
    assert Derived.COUNT == 3 && events.isEmpty();
    assert Derived.NAME.equals("derived");
    assert events.equals(List.of("base", "derived")) : events;
    assert Derived.FIRST.equals("colours");
    assert events.equals(List.of("base", "derived", "colours")) : events;
  }
}
