// fails: right
// why: It asks after it has put it there itself.
import java.util.concurrent.ConcurrentHashMap;

class Names {
  private final ConcurrentHashMap<String, Boolean> taken = new ConcurrentHashMap<>();

  /** Takes a name; returns whether it was still free. */
  boolean take(String name) {
    taken.put(name, true);
    return taken.size() == 1 && taken.get(name);
  }
}
