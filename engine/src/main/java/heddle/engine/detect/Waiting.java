package heddle.engine.detect;

import heddle.engine.schedule.Monitor;
import heddle.engine.schedule.Task;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits for a notification for ever.
 *
 * @param on the object whose monitor, or the condition, that it waits on
 * @param begins where it began to wait
 */
record Waiting(History history, Object on, Event begins) {
  /** Returns the threads of an execution that wait for a notification without a time-out. */
  static List<Waiting> all(Evidence evidence) {
    List<Waiting> all = new ArrayList<>();
    for (Task task : evidence.graph().live()) {
      Object on = on(task);
      if (on != null) {
        evidence.history().of(task.id()).stream()
            .filter(event -> event.operation() instanceof Operation.Waits)
            .reduce((_, later) -> later)
            .ifPresent(event -> all.add(new Waiting(evidence.history(), on, event)));
      }
    }
    return all;
  }

  private static @Nullable Object on(Task task) {
    Monitor monitor = task.waitsOn();
    if (monitor != null) {
      return monitor.object();
    }
    return WaitForGraph.parkedOn(task) instanceof Condition condition ? condition : null;
  }

  /** Returns the notifications of what it waits for, in order. */
  List<Event> signals() {
    return history.events().stream()
        .filter(event -> event.operation() instanceof Operation.Notifies)
        .filter(event -> history.concerns(event, on))
        .toList();
  }

  /** Returns whether a notification came after it had begun to wait. */
  boolean signalledSince() {
    return signals().stream().anyMatch(signal -> signal.step() > begins.step());
  }

  /**
   * Returns what it last read, variable by variable, since it last went on after such a wait: what
   * it decided to wait by. Variables that no other thread ever changes tell it nothing.
   */
  Map<Variable, Event> checks() {
    Map<Variable, Event> checks = new LinkedHashMap<>();
    for (Event event : history.of(begins.thread())) {
      if (event.step() >= begins.step()) {
        break;
      }
      if (event.operation() instanceof Operation.Waits && history.concerns(event, on)) {
        checks.clear();
      }
      Access.of(history, event)
          .filter(access -> !access.write() && changedByOthers(access.variable()))
          .ifPresent(access -> checks.put(access.variable(), event));
    }
    return checks;
  }

  /** Returns whether it looked at anything before it began to wait, also what no one else sees. */
  boolean looked() {
    return history.looked(begins.thread(), on, begins);
  }

  /** Returns whether it has waited for the same before: then it may have been told already. */
  boolean waitedBefore() {
    return history.of(begins.thread()).stream()
        .filter(event -> event.step() < begins.step())
        .anyMatch(
            event -> event.operation() instanceof Operation.Waits && history.concerns(event, on));
  }

  private boolean changedByOthers(Variable variable) {
    return history.events().stream()
        .filter(event -> event.thread() != begins.thread())
        .anyMatch(event -> changes(event, variable));
  }

  /** Returns whether an event changes a variable, as far as can be told. */
  boolean changes(Event event, Variable variable) {
    return Access.of(history, event)
        .filter(access -> access.variable().equals(variable) && access.changes())
        .isPresent();
  }

  String who() {
    return history.who(begins);
  }

  String what() {
    return history.name(on);
  }
}
