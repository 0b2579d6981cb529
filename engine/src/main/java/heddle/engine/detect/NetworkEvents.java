package heddle.engine.detect;

import heddle.engine.schedule.Observer.Packet;
import heddle.engine.schedule.Observer.Passage;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Operation.Transfer;
import heddle.engine.trace.Payload;

/** Makes events of what passes over the network. */
final class NetworkEvents {
  private NetworkEvents() {}

  static Operation.Transfers transfer(Passage passage, Packet packet) {
    return new Operation.Transfers(
        Transfer.valueOf(passage.name()),
        packet.datagram(),
        packet.from(),
        packet.to(),
        Payload.of(packet.bytes()));
  }

  /** Who closes a socket ends its output first, which goes without saying. */
  static boolean includes(Operation.Transfers transfer, int thread, Event last) {
    return transfer.what() == Transfer.CLOSED
        && last.thread() == thread
        && last.operation() instanceof Operation.Transfers before
        && before.what() == Transfer.ENDED
        && before.from().equals(transfer.from())
        && before.to().equals(transfer.to());
  }
}
