// verdict: all-pass
// interleavings: 1
// why: Class.forName initialises the class and its superclass in each execution, with and without a loader.

import java.util.ArrayList;
import java.util.List;

public class FoundByName {
  static final List<String> drivers = new ArrayList<>();

  static class Driver {
    static {
      drivers.add("driver");
    }
  }

  static class Special extends Driver {}

  static class Lazy {
    static {
      drivers.add("lazy");
    }
  }

  public static void main(String[] args) throws ClassNotFoundException {
    Class.forName("FoundByName$Special");
    ClassLoader loader = FoundByName.class.getClassLoader();
    Class.forName("FoundByName$Lazy", false, loader);
    assert drivers.equals(List.of("driver")) : drivers;
    Class.forName("FoundByName$Lazy", true, loader);
    assert drivers.equals(List.of("driver", "lazy")) : drivers;
  }
}
