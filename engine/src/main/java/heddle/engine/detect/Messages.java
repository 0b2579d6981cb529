package heddle.engine.detect;

import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Trace;
import java.util.Optional;

/**
 * Finds the liberty of the network that a failure came of. A failing schedule is shrunk before it
 * is shown, so a liberty that is left is one without which the program does not fail.
 */
final class Messages {
  private Messages() {}

  /** A liberty that the network took, and what it means for programs. */
  record Liberty(String title, String sentence) {}

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
          PARTITIONED,
          REPAIRED,
          CRASHED,
          RESTARTED ->
          Optional.empty();
    };
  }

  private static Optional<Liberty> of(String title, String sentence) {
    return Optional.of(new Liberty(title, sentence));
  }
}
