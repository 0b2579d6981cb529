package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.trace.Event;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A thread looked at a variable or a collection, another thread changed it, and the first one acted
 * on what it had seen.
 *
 * <p>Certain when the program decides by what was read, the act is on the same variable in the same
 * method without another look, the change lies between the two, and nothing but the schedule or a
 * lock kept the thread from going on there: a shrunk schedule has no switch that the failure does
 * not need.
 */
final class CheckThenAct implements Classifier {
  /** A check and an act of one thread, and the change of another between them. */
  private record Violation(Event check, Event change, Event act) {}

  @Override
  public Optional<Explanation> find(Evidence evidence) {
    History history = evidence.history();
    if (!(evidence.symptom() instanceof Finding.Failure
        || evidence.symptom() instanceof Finding.NonZeroExit)) {
      return Optional.empty();
    }
    return history.events().reversed().stream()
        .flatMap(act -> violation(history, act).stream())
        .findFirst()
        .map(violation -> explain(history, violation));
  }

  private static Optional<Violation> violation(History history, Event act) {
    Access acting = Access.of(history, act).orElse(null);
    if (acting == null || !(acting.write() || disappoints(history, acting, act))) {
      return Optional.empty();
    }
    Event change = null;
    boolean readSince = false;
    for (Event event : history.events().subList(0, act.step() - 1).reversed()) {
      Access access = Access.of(history, event).orElse(null);
      if (access == null || !access.meets(acting)) {
        continue;
      }
      if (event.thread() != act.thread()) {
        change = access.changes() ? event : change;
        continue;
      }
      if (!History.inOneMethod(event, act) || access.write()) {
        return Optional.empty();
      }
      if (history.decides(event)) {
        return change != null && !isSame(history, access, change) && history.preempted(event, act)
            ? Optional.of(new Violation(event, change, act))
            : Optional.empty();
      }
      // What it read without deciding by it, as in seats--, must not be what is written over.
      if (change != null && !readSince && acting.method().isEmpty()) {
        return Optional.empty();
      }
      readSince = true;
    }
    return Optional.empty();
  }

  /** Whether the change left the very value that the check had read. */
  private static boolean isSame(History history, Access read, Event change) {
    return Access.of(history, change)
        .filter(written -> written.method().isEmpty() && read.value().equals(written.value()))
        .isPresent();
  }

  /** Whether a call that only reads got nothing, right before the thread failed. */
  private static boolean disappoints(History history, Access access, Event call) {
    if (access.method().isEmpty() || !(access.value().equals("null") || access.value().isEmpty())) {
      return false;
    }
    return history.events().subList(call.step(), history.events().size()).stream()
        .filter(event -> event.thread() == call.thread())
        .findFirst()
        .filter(History::isFailure)
        .isPresent();
  }

  private static Explanation explain(History history, Violation found) {
    Access check = Access.of(history, found.check()).orElseThrow();
    Access change = Access.of(history, found.change()).orElseThrow();
    Access act = Access.of(history, found.act()).orElseThrow();
    String first = history.who(found.check());
    String second = history.who(found.change());
    String sentence =
        "%s %s (line %d): %s. %s then %s (line %d), so that this no longer held when %s acted on it and %s (line %d). Make the check and the act one step: under one lock, or in one atomic call."
            .formatted(
                first,
                check.did(),
                found.check().place().line(),
                check.value(),
                second,
                change.did(),
                found.change().place().line(),
                first,
                act.did(),
                found.act().place().line());
    return new Explanation(
        "check-then-act on " + check.name(),
        sentence,
        new Cause(
            Cause.Kind.CHECK_THEN_ACT,
            List.of(check.name()),
            Stream.of(found.check(), found.change(), found.act()).map(Event::step).toList(),
            Optional.of(
                new Cause.Mark(
                    found.act().step(),
                    found.change().step(),
                    "unaware of " + second + "'s " + change.done(),
                    found.check().step(),
                    "still relies on " + check.seen()))));
  }
}
