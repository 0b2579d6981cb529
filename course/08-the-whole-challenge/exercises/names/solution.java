import java.util.concurrent.ConcurrentHashMap;

class Names {
  private final ConcurrentHashMap<String, Boolean> taken = new ConcurrentHashMap<>();

  /** Takes a name; returns whether it was still free. */
  boolean take(String name) {
    return taken.putIfAbsent(name, true) == null;
  }
}
