package heddle.engine.trace;

import heddle.engine.Cause;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Picks what matters where the cause has a name: the steps that prove it, and what it led to. */
final class FocusOnCause {
  private FocusOnCause() {}

  /** Adds what proves {@code cause} to what {@code symptom} shows. */
  static Focus of(Trace trace, Cause cause, Focus symptom, int stepsMax) {
    if (cause.steps().isEmpty()) {
      return symptom;
    }
    NavigableSet<Integer> must = new TreeSet<>();
    cause.steps().forEach(step -> must.add(step - 1));
    NavigableSet<Integer> relevant = new TreeSet<>(must);
    symptom.spans().forEach(span -> relevant.add(span.first()));
    return new Focus(
        symptom.variables(),
        symptom.locks(),
        symptom.waits(),
        Focus.choose(trace, relevant, must, stepsMax),
        symptom.failing(),
        Optional.empty(),
        Optional.empty(),
        cause.mark());
  }
}
