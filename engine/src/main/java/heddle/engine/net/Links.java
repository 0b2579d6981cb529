package heddle.engine.net;

import java.util.HashMap;
import java.util.Map;

/**
 * Which hosts can reach each other, and from when on. Between two hosts there is one link; a
 * partition cuts it in both directions.
 */
final class Links {
  /** Stands for a time that is not known: when somebody repairs the link. */
  static final long UNKNOWN = Long.MAX_VALUE;

  /** The links that are cut, and the virtual time at which each is repaired by itself. */
  private final Map<Integer, Long> cuts = new HashMap<>(2);

  void begin() {
    cuts.clear();
  }

  private static int key(Kernel one, Kernel other) {
    return Math.min(one.number, other.number) << 16 | Math.max(one.number, other.number);
  }

  void cut(Kernel one, Kernel other, long until) {
    cuts.put(key(one, other), until);
  }

  void repair(Kernel one, Kernel other) {
    cuts.remove(key(one, other));
  }

  /**
   * Returns the virtual time from which packets between two hosts arrive: {@code now} when nothing
   * keeps them from it, {@link #UNKNOWN} when that is for somebody to repair.
   */
  long open(Kernel one, Kernel other, long now) {
    if (one.equals(other)) {
      return now;
    }
    if (!one.up || !other.up) {
      return UNKNOWN;
    }
    Long until = cuts.isEmpty() ? null : cuts.get(key(one, other));
    return until == null ? now : Math.max(now, until);
  }
}
