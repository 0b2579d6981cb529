package heddle.engine.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of the program at one point of a trace: what is in memory, who holds what and who
 * waits.
 */
final class Moment {
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Holder> holders = new HashMap<>();
  private final Map<Integer, Operation> waits = new HashMap<>();

  /** Who holds a lock, and how many times over. */
  private record Holder(int thread, int depth) {}

  /** Goes on past {@code event}. */
  void advance(Event event) {
    int thread = event.thread();
    waits.remove(thread);
    switch (event.operation()) {
      case Operation.Read(String variable, String value) -> values.put(variable, value);
      case Operation.Write(String variable, String _, String value) -> values.put(variable, value);
      case Operation.Acquire(String lock) -> {
        int depth =
            Optional.ofNullable(holders.get(lock))
                .filter(holder -> holder.thread() == thread)
                .map(Holder::depth)
                .orElse(0);
        holders.put(lock, new Holder(thread, depth + 1));
      }
      case Operation.Release(String lock) ->
          holders.computeIfPresent(
              lock, (_, h) -> h.depth() > 1 ? new Holder(h.thread(), h.depth() - 1) : null);
      case Operation.Waits(String what, long _) -> {
        // Object.wait leaves the monitor.
        holder(what).filter(holder -> holder == thread).ifPresent(_ -> holders.remove(what));
        waits.put(thread, event.operation());
      }
      case Operation.Blocked _, Operation.Sleeps _, Operation.Joins _ ->
          waits.put(thread, event.operation());
      default -> {}
    }
  }

  /** Returns the value of a variable, if the trace has shown it yet. */
  Optional<String> value(String variable) {
    return Optional.ofNullable(values.get(variable));
  }

  /** Returns the number of the thread that holds {@code lock}. */
  Optional<Integer> holder(String lock) {
    return Optional.ofNullable(holders.get(lock)).map(Holder::thread);
  }

  /** Returns those of {@code locks} that the thread holds, in the order given. */
  List<String> heldBy(int thread, Iterable<String> locks) {
    List<String> held = new ArrayList<>();
    for (String lock : locks) {
      if (holder(lock).filter(holder -> holder == thread).isPresent()) {
        held.add(lock);
      }
    }
    return held;
  }

  /** Returns what the thread waits for. */
  Optional<Operation> wait(int thread) {
    return Optional.ofNullable(waits.get(thread));
  }
}
