package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waited because of what it had read, was woken, and went on without looking again,
 * although what it would have read is the same as before: what it waited for did not hold.
 *
 * <p>Certain when it decided by that read in the method that waits, never looked again, and the
 * value is the very one that it had read, or the collection that it had found empty is empty.
 */
final class IfInsteadOfWhile implements Classifier {
  private static final Set<String> ADDS =
      Set.of("add", "addLast", "addFirst", "offer", "offerLast", "offerFirst", "push");
  private static final Set<String> TAKES =
      Set.of("remove", "removeFirst", "removeLast", "poll", "pollFirst", "pollLast", "pop");

  /** A wait, the look before it, and the first thing that the thread did afterwards. */
  private record Wait(Event check, Event begins, Event goesOn) {}

  @Override
  public Optional<Explanation> find(Evidence evidence) {
    History history = evidence.history();
    return history.events().reversed().stream()
        .filter(event -> event.operation() instanceof Operation.Waits(_, long nanos) && nanos == 0)
        .filter(event -> isNotified(history, event))
        .flatMap(event -> wait(history, event).stream())
        .filter(wait -> holdsNot(history, wait))
        .findFirst()
        .map(wait -> explain(history, wait));
  }

  /** Whether a wait is for a notification: in a wait set or on a condition. */
  private static boolean isNotified(History history, Event waits) {
    Object on = history.subject(waits);
    return on instanceof Condition
        || (on != null
            && history.of(waits.thread()).stream()
                .anyMatch(event ->
                    event.operation() instanceof Operation.Resumes && history.concerns(event, on)));
  }

  private static Optional<Wait> wait(History history, Event begins) {
    Event check = null;
    Event goesOn = null;
    List<Event> own = history.of(begins.thread());
    for (Event event : own) {
      boolean looks =
          history.decides(event) && History.inOneMethod(event, begins) && !failsBy(own, event);
      if (event.step() < begins.step()) {
        check = looks && isRead(history, event) ? event : check;
      } else if (event.step() > begins.step()) {
        if (looks && isRead(history, event)) {
          return Optional.empty(); // it looked again
        }
        boolean returns =
            event.operation() instanceof Operation.Resumes
                || event.operation() instanceof Operation.Acquire
                || event.operation() instanceof Operation.Blocked
                || event.operation().namesItself();
        goesOn = goesOn == null && !returns ? event : goesOn;
      }
    }
    return check == null || goesOn == null || goesOn.operation() instanceof Operation.Waits
        ? Optional.empty()
        : Optional.of(new Wait(check, begins, goesOn));
  }

  /** Whether the thread looks only to fail by what it sees, as an {@code assert} does. */
  private static boolean failsBy(List<Event> own, Event look) {
    return own.stream()
        .filter(event -> event.step() > look.step())
        .filter(event -> !(event.operation() instanceof Operation.Release))
        .findFirst()
        .filter(History::isFailure)
        .isPresent();
  }

  private static boolean isRead(History history, Event event) {
    return Access.of(history, event).filter(access -> !access.write()).isPresent();
  }

  /** Whether the variable is, when the thread goes on, what it was when it had to wait. */
  private static boolean holdsNot(History history, Wait wait) {
    Access seen = Access.of(history, wait.check()).orElseThrow();
    return seen.method().isEmpty() ? isAsBefore(history, wait, seen) : isEmpty(history, wait, seen);
  }

  private static boolean isAsBefore(History history, Wait wait, Access seen) {
    String now = seen.value();
    for (Event event : between(history, wait)) {
      Optional<Access> access = sameVariable(history, event, seen);
      now = access.isPresent() && access.get().write() ? access.get().value() : now;
    }
    return now.equals(seen.value());
  }

  /** Counts what was added to an empty collection and what was taken from it. */
  private static boolean isEmpty(History history, Wait wait, Access seen) {
    boolean empty =
        (seen.method().equals("isEmpty") && seen.value().equals("true"))
            || (seen.method().equals("size") && seen.value().equals("0"));
    int size = 0;
    for (Event event : between(history, wait)) {
      Access access = sameVariable(history, event, seen).filter(Access::changes).orElse(null);
      if (access != null && ADDS.contains(access.method())) {
        size++;
      } else if (access != null && TAKES.contains(access.method())) {
        size--;
      } else if (access != null) {
        return false;
      }
    }
    return empty && size == 0;
  }

  private static List<Event> between(History history, Wait wait) {
    return history.events().subList(wait.check().step(), wait.goesOn().step() - 1);
  }

  private static Optional<Access> sameVariable(History history, Event event, Access seen) {
    return Access.of(history, event).filter(access -> access.variable().equals(seen.variable()));
  }

  /** Returns the last change before the thread went on; null when there was none. */
  private static @Nullable Event lastChange(History history, Wait wait, Access seen) {
    return between(history, wait).stream()
        .filter(event -> event.thread() != wait.check().thread())
        .filter(event -> sameVariable(history, event, seen).filter(Access::changes).isPresent())
        .reduce((_, later) -> later)
        .orElse(null);
  }

  private static Explanation explain(History history, Wait wait) {
    Access seen = Access.of(history, wait.check()).orElseThrow();
    String who = history.who(wait.check());
    Event change = lastChange(history, wait, seen);
    String meanwhile =
        change == null
            ? "It woke up although nothing had changed"
            : "It was woken, but %s came first and %s (line %d)"
                .formatted(
                    history.who(change),
                    Access.of(history, change).orElseThrow().did(),
                    change.place().line());
    String sentence =
        "%s %s (line %d): %s, and so it waited (line %d). %s, and %s went on without looking again. Test in a loop: while, not if."
            .formatted(
                who,
                seen.did(),
                wait.check().place().line(),
                seen.value(),
                wait.begins().place().line(),
                meanwhile,
                who);
    List<Integer> steps = new ArrayList<>(List.of(wait.check().step(), wait.begins().step()));
    if (change != null) {
      steps.add(change.step());
    }
    steps.add(wait.goesOn().step());
    return new Explanation(
        "if instead of while: %s went on too early".formatted(who),
        sentence,
        new Cause(
            Cause.Kind.IF_INSTEAD_OF_WHILE,
            List.of(seen.name()),
            steps,
            change == null
                ? Optional.empty()
                : Optional.of(
                    new Cause.Mark(
                        wait.goesOn().step(), change.step(), "did not look again", 0, ""))));
  }
}
