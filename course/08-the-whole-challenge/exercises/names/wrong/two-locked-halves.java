// fails: right
// why: Each half is locked, and the whole is not.
import java.util.concurrent.ConcurrentHashMap;

class Names {
  private final ConcurrentHashMap<String, Boolean> taken = new ConcurrentHashMap<>();

  /** Takes a name; returns whether it was still free. */
  boolean take(String name) {
    synchronized (this) {
      if (taken.containsKey(name)) {
        return false;
      }
    }
    synchronized (this) {
      taken.put(name, true);
    }
    return true;
  }
}
