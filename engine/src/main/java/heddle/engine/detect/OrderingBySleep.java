package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Trace;
import java.util.List;
import java.util.Optional;

/**
 * A failure that comes only when a sleep ends before other threads have done what it was to give
 * them time for.
 */
public final class OrderingBySleep {
  private OrderingBySleep() {}

  /**
   * Returns a finding under this name. It must be known of it that it is not found while sleeps
   * last longer than all else. Stays as it is when its cause has a name, when there are time-outs
   * in its trace, which may be as much to blame, or when nobody uses after a sleep what others use,
   * too.
   */
  public static Diagnosis.Shown named(Diagnosis.Shown shown, Recorder recorder) {
    Trace trace = shown.trace();
    Finding finding = shown.finding();
    boolean failure = finding instanceof Finding.Failure || finding instanceof Finding.NonZeroExit;
    boolean timeOuts =
        trace.events().stream()
            .anyMatch(
                event -> event.operation() instanceof Operation.Waits(_, long nanos) && nanos > 0);
    if (!failure || finding.cause().isPresent() || timeOuts) {
      return shown;
    }
    History history = recorder.history();
    for (Event event : history.events().reversed()) {
      String used = event.operation() instanceof Operation.Sleeps ? history.usedAfter(event) : null;
      if (used != null) {
        return new Diagnosis.Shown(explain(history, finding, event, used), trace);
      }
    }
    return shown;
  }

  private static Finding explain(History history, Finding finding, Event sleep, String used) {
    String sentence =
        "%s sleeps at %s before it uses %s, as if others had done their part by then. A sleep orders nothing: they may take longer, and here they do. Wait for what has to happen and not for time: join the thread, or use a latch or a condition."
            .formatted(history.who(sleep), sleep.place(), used);
    return new Explanation(
            "ordering by sleep: " + finding.title(),
            sentence,
            new Cause(
                Cause.Kind.ORDERING_BY_SLEEP, List.of(), List.of(sleep.step()), Optional.empty()))
        .of(finding, finding.explanation());
  }
}
