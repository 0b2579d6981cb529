package heddle.engine.detect;

import heddle.engine.Place;
import heddle.engine.trace.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaves out of a trace what only one thread can see. */
final class Relevance {
  private Relevance() {}

  /**
   * Returns what is left of {@code log} without the accesses to variables, and the uses of
   * collections that do not synchronize, that one thread alone made; numbered anew. What a method
   * looks at that waits is left in: others were to change it.
   */
  static Log filter(Log log) {
    Map<String, Integer> first = new HashMap<>();
    Set<String> shared = new HashSet<>();
    Set<Place> waiting = new HashSet<>();
    for (int i = 0; i < log.size(); i++) {
      if (isNotified(log, i)) {
        waiting.add(method(log, i));
      }
    }
    for (int i = 0; i < log.size(); i++) {
      String variable = variable(log, i);
      int user = log.get(i).thread();
      Integer thread = variable == null ? null : first.putIfAbsent(variable, user);
      if (variable != null
          && ((thread != null && thread != user) || waiting.contains(method(log, i)))) {
        shared.add(variable);
      }
    }
    Log kept = new Log();
    for (int i = 0; i < log.size(); i++) {
      String variable = variable(log, i);
      if (variable == null || shared.contains(variable)) {
        kept.take(log, i);
      }
    }
    return kept;
  }

  private static boolean isNotified(Log log, int index) {
    return log.get(index).operation() instanceof Operation.Waits
        && log.subject(index) != null
        && log.site(index) >= 0;
  }

  /** Returns the method of an event, without its line. */
  private static Place method(Log log, int index) {
    Place place = log.get(index).place();
    return new Place(place.file(), 0, place.method());
  }

  private static @Nullable String variable(Log log, int index) {
    return switch (log.get(index).operation()) {
      case Operation.Read read -> read.variable();
      case Operation.ReadStale read -> read.variable();
      case Operation.Write write -> write.variable();
      case Operation.Calls calls when log.isUse(index) -> calls.receiver();
      default -> null;
    };
  }
}
