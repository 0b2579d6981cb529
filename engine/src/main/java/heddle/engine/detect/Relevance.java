package heddle.engine.detect;

import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves out of a trace what only one thread can see. */
final class Relevance {
  private Relevance() {}

  /**
   * Returns {@code events} without the accesses to variables that one thread alone used, numbered
   * anew.
   */
  static List<Event> filter(List<Event> events) {
    Map<String, Integer> first = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (Event event : events) {
      String variable = variable(event.operation());
      Integer thread = variable == null ? null : first.putIfAbsent(variable, event.thread());
      if (thread != null && thread != event.thread()) {
        shared.add(variable);
      }
    }
    List<Event> kept = new ArrayList<>();
    for (Event event : events) {
      String variable = variable(event.operation());
      if (variable == null || shared.contains(variable)) {
        kept.add(
            new Event(
                kept.size() + 1, event.thread(), event.nanos(), event.operation(), event.place()));
      }
    }
    return kept;
  }

  private static @org.jspecify.annotations.Nullable String variable(Operation operation) {
    return switch (operation) {
      case Operation.Read read -> read.variable();
      case Operation.ReadStale read -> read.variable();
      case Operation.Write write -> write.variable();
      default -> null;
    };
  }
}
