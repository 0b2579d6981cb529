package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;

/**
 * A single notification that woke one thread while another one, which waited too and could go on,
 * waits on for ever.
 *
 * <p>Certain when no other notification came, and what the other thread waits for had come true by
 * the notification and still holds: it looks at one variable, which it compares with a constant or
 * which is a {@code boolean}, and would now find the opposite.
 */
final class NotifyInsteadOfNotifyAll implements Classifier {
  private static final Set<String> BOOLEANS = Set.of("false", "true");

  @Override
  public Optional<Explanation> find(Evidence evidence) {
    List<Waiting> all = Waiting.all(evidence);
    for (Waiting waiting : all) {
      for (Event signal : waiting.signals().reversed()) {
        if (signal.step() < waiting.begins().step()) {
          break;
        }
        Optional<Explanation> found = wasted(evidence, waiting, signal);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Explanation> wasted(Evidence evidence, Waiting waiting, Event signal) {
    History history = evidence.history();
    List<Integer> woken = history.woken(signal);
    if (!(signal.operation() instanceof Operation.Notifies(_, _, boolean all))
        || all
        || woken.size() != 1) {
      return Optional.empty();
    }
    return cameTrue(waiting, signal)
        .map(check -> explain(waiting, signal, woken.getFirst(), check));
  }

  /** Returns where the woken thread waited again, if it did nothing for others before that. */
  private static Optional<Event> waitsAgain(Waiting waiting, Event signal, int woken) {
    History history = waiting.history();
    for (Event event : history.of(woken)) {
      if (event.step() < signal.step()) {
        continue;
      }
      if (event.operation() instanceof Operation.Waits) {
        return history.concerns(event, waiting.on()) ? Optional.of(event) : Optional.empty();
      }
      if (event.operation() instanceof Operation.Notifies
          || Access.of(history, event).filter(Access::write).isPresent()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns what the thread had read before it began to wait, if that has come true since. */
  private static Optional<Event> cameTrue(Waiting waiting, Event signal) {
    Map<Variable, Event> checks = waiting.checks();
    if (checks.size() != 1) {
      return Optional.empty(); // it may wait for another of them
    }
    History history = waiting.history();
    Map.Entry<Variable, Event> check = checks.entrySet().iterator().next();
    Event look = check.getValue();
    boolean atSignal = false;
    boolean now = false;
    for (Event event : history.events()) {
      Optional<Access> access =
          Access.of(history, event).filter(a -> a.variable().equals(check.getKey()));
      if (access.isPresent()) {
        if (!access.get().method().isEmpty()) {
          return Optional.empty(); // what a collection holds is not told by one value
        }
        now = goesOn(history, look, access.get().value());
        atSignal = event.step() < signal.step() ? now : atSignal;
      }
    }
    return atSignal && now ? Optional.of(look) : Optional.empty();
  }

  /** Whether the thread would not wait if it found {@code value}, as far as can be told. */
  private static boolean goesOn(History history, Event look, String value) {
    String seen = Access.of(history, look).map(Access::value).orElse("");
    if (BOOLEANS.contains(seen) && history.decides(look)) {
      return BOOLEANS.contains(value) && !value.equals(seen);
    }
    Optional<Boolean> then = history.comparison(look).flatMap(c -> c.jumps(seen));
    Optional<Boolean> now = history.comparison(look).flatMap(c -> c.jumps(value));
    return then.isPresent() && now.isPresent() && !then.equals(now);
  }

  private static Explanation explain(Waiting waiting, Event signal, int woken, Event check) {
    History history = waiting.history();
    Access read = Access.of(history, check).orElseThrow();
    String call = call(history, signal);
    Optional<Event> again = waitsAgain(waiting, signal, woken);
    String sentence =
        "%s called %s (line %d), which woke %s alone%s. %s waits on (line %d), though %s is no longer %s, and nobody will notify again. Use %sAll, so that every thread that waits looks for itself."
            .formatted(
                history.who(signal),
                call,
                signal.place().line(),
                history.thread(woken),
                again
                    .map(wait ->
                        "; %s had no use for it and waited again (line %d)"
                            .formatted(history.thread(woken), wait.place().line()))
                    .orElse(""),
                waiting.who(),
                waiting.begins().place().line(),
                read.name(),
                read.value(),
                call);
    List<Integer> steps = new ArrayList<>();
    steps.add(check.step());
    steps.add(waiting.begins().step());
    steps.add(signal.step());
    again.ifPresent(wait -> steps.add(wait.step()));
    return new Explanation(
        "%s instead of %sAll: %s waits for ever".formatted(call, call, waiting.who()),
        sentence,
        new Cause(
            Cause.Kind.NOTIFY_INSTEAD_OF_NOTIFY_ALL,
            List.of(read.name()),
            steps.stream().sorted().toList(),
            again.map(wait ->
                new Cause.Mark(wait.step(), signal.step(), "woken, and no use for it", 0, ""))));
  }

  private static String call(History history, Event signal) {
    return history.subject(signal) instanceof Condition ? "signal" : "notify";
  }
}
