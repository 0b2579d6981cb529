package heddle.engine.detect;

import heddle.engine.Finding;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Trace;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the liberty of the network that a failure came of. A failing schedule is shrunk before it
 * is shown, so a liberty that is left is one without which the program does not fail.
 */
final class Messages {
  private static final String PARTITION = "network partition";
  private static final String CRASH = "host crash";
  private static final Set<String> HOST_FAULTS = Set.of(PARTITION, CRASH);

  private Messages() {}

  /** A liberty that the network took, and what it means for programs. */
  record Liberty(String title, String sentence) {}

  /**
   * Says of a deadlock, where that is so, that it came of a peer that answers nothing any more.
   *
   * @return the finding, with another title and more of an explanation, or as it was
   */
  static Finding deadPeer(Finding finding, Trace trace) {
    Optional<Liberty> liberty = find(trace);
    if (finding instanceof Finding.Deadlock deadlock
        && liberty.isPresent()
        && HOST_FAULTS.contains(liberty.get().title())) {
      return new Finding.Deadlock(
          "no time-out on a dead peer: " + deadlock.title(),
          liberty.get().sentence() + " " + deadlock.explanation(),
          deadlock.waits(),
          deadlock.cycle(),
          deadlock.cause());
    }
    return finding;
  }

  /** Returns the first liberty of the trace. */
  static Optional<Liberty> find(Trace trace) {
    for (Event event : trace.events()) {
      if (event.operation() instanceof Operation.Transfers transfer) {
        String thread = trace.threads().get(event.thread()).name();
        Optional<Liberty> liberty = liberty(transfer, thread + " at " + event.place());
        if (liberty.isPresent()) {
          return liberty;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns whether the last that {@code task} did on the network was to read an end of stream. */
  static boolean endsWithStream(Trace trace, int task) {
    boolean ended = false;
    for (Event event : trace.events()) {
      if (event.thread() == task && event.operation() instanceof Operation.Transfers transfer) {
        ended = transfer.what() == Operation.Transfer.END_OF_STREAM;
      }
    }
    return ended;
  }

  private static Optional<Liberty> liberty(Operation.Transfers transfer, String who) {
    String content = transfer.content();
    return switch (transfer.what()) {
      case SPLIT ->
          transfer.payload().cutsCharacter()
              ? of(
                  "character cut in two by a read",
                  "A read by %s got %s of what was sent: it ends inside a character."
                          .formatted(who, content)
                      + " TCP carries bytes, not characters: decode with a reader, or only once all"
                      + " bytes are there.")
              : of(
                  "message assumed to arrive in one read",
                  "A read by %s got only %s of what was sent.".formatted(who, content)
                      + " TCP keeps no boundaries, so a read returns any part of it: read on until"
                      + " the message is complete.");
      case SENT_LATE ->
          of(
              "message assumed to arrive at once",
              "What %s sent, %s, arrived late, after others had gone on.".formatted(who, content));
      case RESET ->
          of(
              "connection reset",
              "The connection was reset when %s sent %s.".formatted(who, content));
      case LOST ->
          of(
              "UDP taken for reliable",
              "The datagram that %s sent, %s, was lost.".formatted(who, content)
                  + " UDP promises nothing: wait with a time-out, and send again.");
      case DUPLICATED ->
          of(
              "UDP taken for reliable",
              "The datagram that %s sent, %s, arrived twice.".formatted(who, content)
                  + " UDP promises nothing: number the requests, and answer each only once.");
      case PARTITIONED ->
          happened(transfer)
              ? of(
                  PARTITION,
                  "%s and %s could not reach each other for a minute, from when %s sent %s."
                          .formatted(transfer.from(), transfer.to(), who, content)
                      + " Neither can tell that from a slow peer: wait with a time-out, and try again.")
              : Optional.empty();
      case CRASHED ->
          happened(transfer)
              ? of(
                  CRASH,
                  "The host %s lost its power when %s sent %s."
                          .formatted(transfer.from(), who, content)
                      + " Nobody is told of that: wait with a time-out, and be ready to go on without it.")
              : Optional.empty();
      case CONNECTED,
          REFUSED,
          ACCEPTED,
          SENT,
          HELD,
          UNREACHABLE,
          RECEIVED,
          END_OF_STREAM,
          ENDED,
          CLOSED,
          ABORTED,
          REPAIRED,
          RESTARTED ->
          Optional.empty();
    };
  }

  /** Returns whether it happened by itself, and was not done by a test. */
  private static boolean happened(Operation.Transfers transfer) {
    return transfer.payload().bytes() > 0;
  }

  private static Optional<Liberty> of(String title, String sentence) {
    return Optional.of(new Liberty(title, sentence));
  }
}
