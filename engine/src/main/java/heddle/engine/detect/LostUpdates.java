package heddle.engine.detect;

import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Trace;
import java.util.HashMap;
import java.util.List;
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
  private record Access(String variable, boolean write, String value) {}

  /** The state of one variable while the events are gone through. */
  private static final class Variable {
    /** For each thread that has read and not yet written: what it read. */
    final Map<Integer, Event> readers = new HashMap<>();

    /** For each such thread: the write of another that came in between. */
    final Map<Integer, Event> overtakers = new HashMap<>();
  }

  /** Returns the first lost update of {@code trace}; one that stands in one line, such as {@code n++}, before others. */
  static Optional<Lost> find(Trace trace) {
    Optional<Lost> inOneLine = find(trace, true);
    return inOneLine.isPresent() ? inOneLine : find(trace, false);
  }

  private static Optional<Lost> find(Trace trace, boolean inOneLine) {
    Map<String, Variable> variables = new HashMap<>();
    for (Event event : trace.events()) {
      Access access = access(event.operation());
      if (access == null) {
        continue;
      }
      Variable variable = variables.computeIfAbsent(access.variable(), _ -> new Variable());
      int thread = event.thread();
      if (!access.write()) {
        variable.readers.put(thread, event);
        variable.overtakers.remove(thread);
        continue;
      }
      Event read = variable.readers.remove(thread);
      Event overtaker = variable.overtakers.remove(thread);
      if (read != null && overtaker != null && isUpdate(read, event, inOneLine)) {
        return Optional.of(lost(trace, access.variable(), read, overtaker, event));
      }
      for (Integer reader : variable.readers.keySet()) {
        variable.overtakers.put(reader, event);
      }
    }
    return Optional.empty();
  }

  /** Whether a read and a write of one thread belong together: they stand in one line, or at least in one method. */
  private static boolean isUpdate(Event read, Event write, boolean inOneLine) {
    return (!inOneLine || read.place().line() == write.place().line())
        && read.place().file().equals(write.place().file())
        && read.place().method().equals(write.place().method());
  }

  private static Lost lost(Trace trace, String variable, Event read, Event overtaker, Event write) {
    List<Trace.TracedThread> threads = trace.threads();
    String first = threads.get(read.thread()).name();
    String second = threads.get(overtaker.thread()).name();
    return new Lost(
        variable,
        "%s read %s, then waited. %s wrote %s meanwhile. %s then wrote %s over it, so %s's update is gone."
            .formatted(first, value(read), second, value(overtaker), first, value(write), second));
  }

  private static String value(Event event) {
    Access access = access(event.operation());
    return access == null || access.value().isEmpty() ? "a new value" : access.value();
  }

  private static @Nullable Access access(Operation operation) {
    return switch (operation) {
      case Operation.Read read -> new Access(read.variable(), false, read.value());
      case Operation.Write write -> new Access(write.variable(), true, write.value());
      case Operation.Calls(String call, String result) -> call(call, result);
      default -> null;
    };
  }

  private static @Nullable Access call(String call, String result) {
    int dot = call.lastIndexOf('.');
    int end = call.indexOf('(', Math.max(dot, 0));
    if (dot < 0 || end < 0) {
      return null;
    }
    String method = call.substring(dot + 1, end);
    String receiver = call.substring(0, dot);
    if (READS.contains(method)) {
      return new Access(receiver, false, result);
    }
    return WRITES.contains(method) ? new Access(receiver, true, "") : null;
  }
}
