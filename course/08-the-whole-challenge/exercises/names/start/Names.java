import java.util.concurrent.ConcurrentHashMap;

class Names {
  private final ConcurrentHashMap<String, Boolean> taken = new ConcurrentHashMap<>();

  /** Takes a name; returns whether it was still free. */
  boolean take(String name) {
    if (taken.containsKey(name)) {
      return false;
    }
    taken.put(name, true);
    return true;
  }
}
