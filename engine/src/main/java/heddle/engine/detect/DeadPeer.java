package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A thread waits for ever because a host has crashed or can not be reached, by a liberty of the
 * network, and nobody is told.
 */
final class DeadPeer implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    if (!(evidence.symptom() instanceof Finding.Deadlock deadlock)) {
      return Optional.empty();
    }
    return evidence.history().events().stream()
        .filter(DeadPeer::isFault)
        .findFirst()
        .map(event ->
            new Explanation(
                "no time-out on a dead peer: "
                    + deadlock.waits().getFirst().thread()
                    + " waits for ever",
                sentence(event, evidence.history().who(event)) + " " + deadlock.explanation(),
                new Cause(
                    Cause.Kind.NO_TIME_OUT, List.of(), List.of(event.step()), Optional.empty())));
  }

  /** Returns whether a host crashed or was cut off by itself, and not because a test did that. */
  static boolean isFault(Event event) {
    return event.operation() instanceof Operation.Transfers transfer
        && transfer.payload().bytes() > 0
        && switch (transfer.what()) {
          case CRASHED, PARTITIONED -> true;
          default -> false;
        };
  }

  /** Says what happened when {@code who} sent something. */
  static String sentence(Event event, String who) {
    Operation.Transfers transfer = (Operation.Transfers) event.operation();
    String sender = who + " at " + event.place();
    return transfer.what() == Operation.Transfer.CRASHED
        ? "The host %s lost its power when %s sent %s. Nobody is told of that: wait with a time-out, and be ready to go on without it."
            .formatted(transfer.from(), sender, transfer.content())
        : "%s and %s could not reach each other for a minute, from when %s sent %s. Neither can tell that from a slow peer: wait with a time-out, and try again."
            .formatted(transfer.from(), transfer.to(), sender, transfer.content());
  }
}
