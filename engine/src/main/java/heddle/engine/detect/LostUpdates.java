package heddle.engine.detect;

import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds updates that another thread's update overwrote: read by one, written by another, written by
 * the first.
 */
final class LostUpdates {
  private static final Set<String> READS =
      Set.of("get", "getPlain", "getAcquire", "getOpaque", "intValue", "longValue", "getOrDefault");
  private static final Set<String> WRITES =
      Set.of("set", "put", "lazySet", "setRelease", "setPlain", "setOpaque", "replace");

  private LostUpdates() {}

  /** A lost update: the variable, and how it came about. */
  record Lost(String variable, String explanation) {}

  /** One access to a variable. */
  private record Use(Variable variable, String name, boolean write, String value) {}

  /** The state of one variable while the events are gone through. */
  private static final class State {
    /** For each thread that has read and not yet written: what it read. */
    final Map<Integer, Event> readers = new HashMap<>();

    /** For each such thread: the write of another that came in between. */
    final Map<Integer, Event> overtakers = new HashMap<>();
  }

  /**
   * Returns the first lost update that stands in one line, such as {@code n++}. Where the program
   * only asks whether a variable is null, false or 0 before it writes, nothing of the other's
   * update would have gone into its own.
   */
  static Optional<Lost> inOneLine(History history) {
    return find(history, true);
  }

  /** Returns the first lost update in one method. */
  static Optional<Lost> inOneMethod(History history) {
    return find(history, false);
  }

  private static Optional<Lost> find(History history, boolean inOneLine) {
    Map<Variable, State> variables = new HashMap<>();
    for (Event event : history.events()) {
      Use use = use(history, event);
      if (use == null) {
        continue;
      }
      State variable = variables.computeIfAbsent(use.variable(), _ -> new State());
      int thread = event.thread();
      if (!use.write()) {
        variable.readers.put(thread, event);
        variable.overtakers.remove(thread);
        continue;
      }
      Event read = variable.readers.remove(thread);
      Event overtaker = variable.overtakers.remove(thread);
      if (read != null
          && overtaker != null
          && isUpdate(read, event, inOneLine)
          && !(inOneLine && history.comparison(read).isPresent())) {
        return Optional.of(lost(history, use.name(), read, overtaker, event));
      }
      for (Integer reader : variable.readers.keySet()) {
        variable.overtakers.put(reader, event);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a read and a write of one thread belong together: they stand in one line, or at least
   * in one method.
   */
  private static boolean isUpdate(Event read, Event write, boolean inOneLine) {
    return (!inOneLine || read.place().line() == write.place().line())
        && read.place().file().equals(write.place().file())
        && read.place().method().equals(write.place().method());
  }

  private static Lost lost(
      History history, String variable, Event read, Event overtaker, Event write) {
    String first = history.who(read);
    String second = history.who(overtaker);
    return new Lost(
        variable,
        "%s read %s, then waited. %s wrote %s meanwhile. %s then wrote %s over it, so %s's update is gone."
            .formatted(
                first,
                value(history, read),
                second,
                value(history, overtaker),
                first,
                value(history, write),
                second));
  }

  private static String value(History history, Event event) {
    Use use = use(history, event);
    return use == null || use.value().isEmpty() ? "a new value" : use.value();
  }

  private static @Nullable Use use(History history, Event event) {
    Access access = Access.of(history, event).orElse(null);
    if (access == null || event.operation() instanceof Operation.ReadStale) {
      return null;
    }
    if (access.method().isEmpty()) {
      return new Use(access.variable(), access.name(), access.write(), access.value());
    }
    if (READS.contains(access.method())) {
      return new Use(access.variable(), access.name(), false, access.value());
    }
    return WRITES.contains(access.method())
        ? new Use(access.variable(), access.name(), true, "")
        : null;
  }
}
