package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import java.util.List;
import java.util.Optional;

/**
 * The liberty of the network that a failure came of. A failing schedule is shrunk before it is
 * shown, first to one in which the network takes no liberty, so one that is left is one without
 * which the program does not fail.
 */
final class NetworkLiberty {
  private NetworkLiberty() {}

  /** Returns the cause when the first liberty of the trace has a name. */
  static Optional<Explanation> find(Evidence evidence) {
    return first(evidence.history()).flatMap(event -> named(evidence, event));
  }

  /** Returns the failure in words of the first liberty of the trace where that has no name. */
  static Optional<Finding> unnamed(Evidence evidence, String noticed) {
    Optional<Event> first = first(evidence.history());
    if (first.isEmpty() || !(evidence.symptom() instanceof Finding.Failure failure)) {
      return Optional.empty();
    }
    Event event = first.get();
    String who = who(evidence.history(), event);
    String content = transfer(event).content();
    return switch (transfer(event).what()) {
      case SENT_LATE ->
          transfer(event).datagram() > 0
              ? Optional.empty()
              : Optional.of(
                  told(
                      failure,
                      "message assumed to arrive at once",
                      "What %s sent, %s, arrived late, after others had gone on. %s"
                          .formatted(who, content, noticed)));
      case RESET ->
          Optional.of(
              told(
                  failure,
                  "connection reset",
                  "The connection was reset when %s sent %s. %s".formatted(who, content, noticed)));
      case CRASHED, PARTITIONED ->
          Optional.of(
              told(
                  failure,
                  transfer(event).what() == Operation.Transfer.CRASHED
                      ? "host crash"
                      : "network partition",
                  DeadPeer.sentence(event, evidence.history().who(event)) + " " + noticed));
      default -> Optional.empty();
    };
  }

  private static Finding told(Finding.Failure failure, String title, String story) {
    return new Finding.Failure(
        title + ": " + failure.title(),
        story,
        failure.thread(),
        failure.type(),
        failure.message(),
        failure.place(),
        failure.stack());
  }

  private static Optional<Event> first(History history) {
    return history.events().stream().filter(NetworkLiberty::isLiberty).findFirst();
  }

  private static boolean isLiberty(Event event) {
    return event.operation() instanceof Operation.Transfers transfer
        && switch (transfer.what()) {
          case SPLIT, SENT_LATE, RESET, LOST, DUPLICATED -> true;
          default -> DeadPeer.isFault(event);
        };
  }

  private static Operation.Transfers transfer(Event event) {
    return (Operation.Transfers) event.operation();
  }

  private static String who(History history, Event event) {
    return history.who(event) + " at " + event.place();
  }

  private static Optional<Explanation> named(Evidence evidence, Event event) {
    Operation.Transfers transfer = transfer(event);
    String who = who(evidence.history(), event);
    String content = transfer.content();
    return switch (transfer.what()) {
      case SPLIT ->
          transfer.payload().cutsCharacter()
              ? of(
                  evidence,
                  event,
                  Cause.Kind.CHARACTER_CUT,
                  "character cut in two by a read",
                  "A read by %s got %s of what was sent: it ends inside a character."
                          .formatted(who, content)
                      + " TCP carries bytes, not characters: decode with a reader, or only once all"
                      + " bytes are there.")
              : of(
                  evidence,
                  event,
                  Cause.Kind.MESSAGE_IN_ONE_READ,
                  "message assumed to arrive in one read",
                  "A read by %s got only %s of what was sent.".formatted(who, content)
                      + " TCP keeps no boundaries, so a read returns any part of it: read on until"
                      + " the message is complete.");
      case LOST, DUPLICATED, SENT_LATE -> datagram(evidence, event);
      default -> Optional.empty();
    };
  }

  /** Explains that a datagram was lost, doubled or overtaken; empty when it is none. */
  static Optional<Explanation> datagram(Evidence evidence, Event event) {
    Operation.Transfers transfer = transfer(event);
    if (transfer.datagram() == 0) {
      return Optional.empty();
    }
    String sentence =
        switch (transfer.what()) {
          case LOST -> "was lost. UDP promises nothing: wait with a time-out, and send again.";
          case DUPLICATED ->
              "arrived twice. UDP promises nothing: number the requests, and answer each only once.";
          default ->
              "arrived after one that was sent later. UDP promises nothing: number the datagrams.";
        };
    return of(
        evidence,
        event,
        Cause.Kind.UDP_TAKEN_FOR_RELIABLE,
        "UDP taken for reliable",
        "The datagram that %s sent, %s, %s"
            .formatted(who(evidence.history(), event), transfer.content(), sentence));
  }

  private static Optional<Explanation> of(
      Evidence evidence, Event event, Cause.Kind kind, String title, String sentence) {
    Finding symptom = evidence.symptom();
    String end =
        symptom instanceof Finding.Deadlock deadlock
            ? deadlock.waits().getFirst().thread() + " waits for ever"
            : symptom.title();
    return Optional.of(new Explanation(title + ": " + end, sentence, cause(evidence, event, kind)));
  }

  /** What a read got a part of was sent by another thread: the picture points there. */
  private static Cause cause(Evidence evidence, Event event, Cause.Kind kind) {
    return evidence.history().trace().messages().stream()
        .filter(message ->
            message.sender() != event.thread()
                && message.deliveries().stream().anyMatch(read -> read.step() == event.step()))
        .findFirst()
        .map(message ->
            new Cause(
                kind,
                List.of(),
                List.of(message.sent(), event.step()),
                Optional.of(
                    new Cause.Mark(event.step(), message.sent(), "only a part of this", 0, ""))))
        .orElseGet(() -> new Cause(kind, List.of(), List.of(event.step()), Optional.empty()));
  }
}
