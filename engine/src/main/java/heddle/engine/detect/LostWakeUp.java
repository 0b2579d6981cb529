package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A thread that waits for a notification which was given while nobody waited yet.
 *
 * <p>Certain when the notification went to nobody, none came after the thread began to wait, and
 * the thread either looked at nothing before it began to wait, or had looked before the one who
 * notified changed what it looks at.
 */
final class LostWakeUp implements Classifier {
  /** A notification to nobody, and what the waiting thread had looked at before. */
  private record Lost(Waiting waiting, Event signal, Optional<Event> check) {}

  @Override
  public Optional<Explanation> find(Evidence evidence) {
    return Waiting.all(evidence).stream()
        .map(LostWakeUp::lost)
        .flatMap(Optional::stream)
        .findFirst()
        .map(lost -> explain(evidence, lost));
  }

  private static Optional<Lost> lost(Waiting waiting) {
    if (waiting.signalledSince()) {
      return Optional.empty();
    }
    Map<Variable, Event> checks = waiting.checks();
    return waiting.signals().reversed().stream()
        .filter(signal -> signal.thread() != waiting.begins().thread())
        .filter(signal ->
            signal.operation() instanceof Operation.Notifies(_, int woken, _) && woken == 0)
        .flatMap(signal -> missed(waiting, signal, checks).stream())
        .findFirst();
  }

  private static Optional<Lost> missed(Waiting waiting, Event signal, Map<Variable, Event> checks) {
    if (!waiting.looked() && !waiting.waitedBefore()) {
      return Optional.of(new Lost(waiting, signal, Optional.empty()));
    }
    for (Map.Entry<Variable, Event> check : checks.entrySet()) {
      Event read = check.getValue();
      boolean outdated =
          waiting.history().events().stream()
              .filter(event -> event.thread() == signal.thread())
              .filter(event -> read.step() < event.step() && event.step() < signal.step())
              .anyMatch(event -> waiting.changes(event, check.getKey()));
      if (outdated) {
        return Optional.of(new Lost(waiting, signal, Optional.of(read)));
      }
    }
    return Optional.empty();
  }

  private static Explanation explain(Evidence evidence, Lost lost) {
    History history = evidence.history();
    Waiting waiting = lost.waiting();
    String who = waiting.who();
    String signaller = history.who(lost.signal());
    Optional<Access> read = lost.check().flatMap(check -> Access.of(history, check));
    String before =
        read.isPresent()
            ? "%s had read %s before that (line %d) and"
                .formatted(who, read.get().name(), lost.check().orElseThrow().place().line())
            : who;
    String mend =
        read.isPresent()
            ? "Test %s, change it and notify under one lock.".formatted(read.get().name())
            : "Keep in a variable what has happened, under the lock, and wait only while it has not.";
    String sentence =
        "%s notified %s when nobody waited (line %d), and nobody will notify again. %s began to wait only afterwards (line %d), so it waits for ever. %s"
            .formatted(
                signaller,
                waiting.what(),
                lost.signal().place().line(),
                before,
                waiting.begins().place().line(),
                mend);
    return new Explanation(
        "lost wake-up: %s waits for ever".formatted(who), sentence, cause(waiting, lost, read));
  }

  private static Cause cause(Waiting waiting, Lost lost, Optional<Access> read) {
    List<Integer> steps = new ArrayList<>();
    lost.check().ifPresent(check -> steps.add(check.step()));
    steps.add(lost.signal().step());
    steps.add(waiting.begins().step());
    return new Cause(
        Cause.Kind.LOST_WAKE_UP,
        read.map(access -> List.of(access.name())).orElse(List.of()),
        steps,
        Optional.of(
            new Cause.Mark(
                waiting.begins().step(),
                lost.signal().step(),
                "missed this signal",
                lost.check().map(Event::step).orElse(0),
                read.map(access -> "still relies on " + access.value()).orElse(""))));
  }
}
