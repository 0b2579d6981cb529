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
 * the notification and still holds: the one variable that it looks at was {@code null}, {@code
 * false} or 0 and no longer is, or has become so.
 */
final class NotifyInsteadOfNotifyAll implements Classifier {
  private static final Set<String> EMPTY = Set.of("null", "false", "0");

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
    if (!isTwofold(history, check.getValue())) {
      return Optional.empty();
    }
    boolean seen = isEmpty(Access.of(history, check.getValue()).orElseThrow());
    boolean then = seen;
    boolean now = seen;
    for (Event event : history.events()) {
      Optional<Access> access =
          Access.of(history, event).filter(a -> a.variable().equals(check.getKey()));
      if (access.isPresent()) {
        if (!access.get().method().isEmpty()) {
          return Optional.empty(); // what a collection holds is not told by one value
        }
        if (access.get().value().startsWith("-")) {
          return Optional.empty(); // less than 0 may be as good as 0, or as good as more
        }
        now = isEmpty(access.get());
        then = event.step() < signal.step() ? now : then;
      }
    }
    return then != seen && now != seen ? Optional.of(check.getValue()) : Optional.empty();
  }

  /** Whether it matters to the thread only whether this is null, false or 0. */
  private static boolean isTwofold(History history, Event check) {
    String value = Access.of(history, check).map(Access::value).orElse("");
    return value.equals("true") || value.equals("false") || history.decidesByZero(check);
  }

  private static boolean isEmpty(Access access) {
    return EMPTY.contains(access.value());
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
