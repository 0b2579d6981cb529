package heddle.engine.detect;

import heddle.engine.Finding;
import java.util.List;
import java.util.Optional;

/** The causes that have names, the most specific first. */
final class Causes {
  private static final List<Classifier> OF_DEADLOCKS =
      List.of(
          new SelfDeadlock(),
          new ForgottenUnlock(),
          new LockOrderInversion(),
          new ExhaustedPool(),
          new LostWakeUp(),
          new NotifyInsteadOfNotifyAll());

  private static final List<Classifier> OF_ENDLESSNESS = List.of(new LeakedExecutor());

  private Causes() {}

  /** Returns the symptom under the name of its cause, or as it is when no cause is certain. */
  static Finding named(Evidence evidence) {
    List<Classifier> classifiers =
        switch (evidence.symptom()) {
          case Finding.Deadlock _ -> OF_DEADLOCKS;
          case Finding.NeverEnds _ -> OF_ENDLESSNESS;
          default -> List.of();
        };
    return classifiers.stream()
        .map(classifier -> classifier.find(evidence))
        .flatMap(Optional::stream)
        .findFirst()
        .map(explanation -> explanation.of(evidence.symptom()))
        .orElse(evidence.symptom());
  }
}
