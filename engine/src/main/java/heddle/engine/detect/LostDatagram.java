package heddle.engine.detect;

import heddle.engine.schedule.NetworkWait;
import heddle.engine.trace.Operation.Transfer;
import java.util.Optional;

/** A thread that waits for a datagram in an execution in which one was lost. */
final class LostDatagram implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    boolean waits =
        evidence.graph().live().stream()
            .anyMatch(task -> {
              NetworkWait polls = task.polls();
              return polls != null && polls.what().startsWith("a datagram");
            });
    return waits
        ? NetworkReader.transfers(evidence)
            .filter(event -> NetworkReader.transfer(event).what() == Transfer.LOST)
            .findFirst()
            .flatMap(event -> NetworkLiberty.datagram(evidence, event))
        : Optional.empty();
  }
}
