package heddle.engine.trace;

import heddle.engine.Cause;
import java.util.ArrayList;
import java.util.List;
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
    boolean asSymptom = symptom.waits() || cause.subjects().isEmpty();
    if (asSymptom) {
      symptom.spans().forEach(span -> relevant.add(span.first()));
    } else {
      relevant.addAll(accesses(trace, cause.subjects(), must.first(), symptom.failing()));
    }
    if (symptom.failing() >= 0) {
      must.add(symptom.failing());
      relevant.add(symptom.failing());
    }
    return new Focus(
        asSymptom ? symptom.variables() : cause.subjects(),
        symptom.locks(),
        symptom.waits(),
        Focus.choose(trace, relevant, must, stepsMax),
        symptom.failing(),
        Optional.empty(),
        Optional.empty(),
        cause.mark());
  }

  private static List<Integer> accesses(Trace trace, List<String> variables, int from, int to) {
    List<Integer> indexes = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      Operation operation = trace.events().get(i).operation();
      if (variables.contains(Wording.variable(operation)) && !operation.namesItself()) {
        indexes.add(i);
      }
    }
    return indexes;
  }
}
