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
          new NotifyInsteadOfNotifyAll(),
          new InterruptSwallowed(),
          new DeadPeer(),
          new LostDatagram(),
          new BothEndsRead(),
          new AcceptLoopEnded(),
          new ConnectionNotClosed());

  private static final List<Classifier> OF_ENDLESSNESS = List.of(new LeakedExecutor());

  private static final List<Classifier> OF_FAILURES = List.of(new CheckThenAct(), new TornRead());

  /** Those of which the network is no cause: it only showed them. */
  private static final List<Classifier> OF_FAILURES_ON_A_NETWORK =
      List.of(new AcceptLoopEnded(), new EndOfStreamIgnored());

  private Causes() {}

  /**
   * Returns the symptom under the name of its cause, or as it is when no cause is certain.
   *
   * @param noticed a sentence that says how the program noticed it; empty for none
   */
  static Finding named(Evidence evidence, String noticed) {
    return switch (evidence.symptom()) {
      case Finding.Deadlock _ -> first(OF_DEADLOCKS, evidence, noticed).orElse(evidence.symptom());
      case Finding.NeverEnds _ ->
          first(OF_ENDLESSNESS, evidence, noticed).orElse(evidence.symptom());
      case Finding.Failure _, Finding.NonZeroExit _ -> ofFailure(evidence, noticed);
      case Finding.StepBound _ ->
          first(List.of(new EndOfStreamIgnored()), evidence, noticed).orElse(evidence.symptom());
      default -> evidence.symptom();
    };
  }

  private static Finding ofFailure(Evidence evidence, String noticed) {
    Optional<Explanation> liberty = NetworkLiberty.find(evidence);
    // What a part of a message leads to is not the fault of the one who stumbles over it.
    List<Classifier> before = liberty.isPresent() ? List.of() : OF_FAILURES_ON_A_NETWORK;
    return first(before, evidence, noticed)
        .or(() -> liberty.map(found -> found.of(evidence.symptom(), noticed)))
        .or(() -> first(List.of(new IfInsteadOfWhile()), evidence, noticed))
        .or(() -> LostUpdates.inOneLine(evidence.history()).map(l -> lost(evidence, l, noticed)))
        .or(() -> first(OF_FAILURES, evidence, noticed))
        .or(() -> LostUpdates.inOneMethod(evidence.history()).map(l -> lost(evidence, l, noticed)))
        .orElse(evidence.symptom());
  }

  private static Optional<Finding> first(
      List<Classifier> classifiers, Evidence evidence, String noticed) {
    return classifiers.stream()
        .map(classifier -> classifier.find(evidence))
        .flatMap(Optional::stream)
        .findFirst()
        .map(explanation -> explanation.of(evidence.symptom(), noticed));
  }

  private static Finding lost(Evidence evidence, LostUpdates.Lost lost, String noticed) {
    return switch (evidence.symptom()) {
      case Finding.Failure failure ->
          new Finding.LostUpdate(
              "lost update on " + lost.variable(),
              lost.explanation() + " " + noticed,
              lost.variable(),
              failure);
      case Finding.NonZeroExit exit ->
          new Finding.NonZeroExit(
              exit.title(),
              exit.explanation() + " " + lost.explanation(),
              exit.thread(),
              exit.status(),
              exit.place());
      default -> evidence.symptom();
    };
  }
}
