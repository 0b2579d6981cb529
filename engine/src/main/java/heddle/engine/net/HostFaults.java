package heddle.engine.net;

import heddle.engine.net.Liberties.Fault;
import heddle.engine.schedule.Host;
import heddle.engine.schedule.Observer.Passage;

/**
 * Faults of whole hosts and of the links between them, taken as liberties when bytes are sent: it
 * is then that they show.
 */
final class HostFaults {
  private final Network network;

  HostFaults(Network network) {
    this.network = network;
  }

  /**
   * Lets happen what the scheduler picks when {@code from} sends bytes, which stand in memory, to
   * {@code to}; returns whether their connection is reset.
   */
  boolean resets(Kernel from, Kernel to, long address, int length) {
    if (!network.isOpen(from, to)) {
      return false; // what is held can not get worse
    }
    Host victim = network.blocking.hosts().all().get(to.number);
    // The host on which a test runs is the one that looks at the others.
    boolean mayCrash = !victim.prefix().isEmpty();
    Fault fault = network.liberties.fault(!from.equals(to), mayCrash);
    if (fault == Fault.PARTITION) {
      network.messages.passed(Passage.PARTITIONED, from, to, address, length);
      network.cut(from, to, network.blocking.now() + Liberties.PARTITION_NANOS);
    } else if (fault == Fault.CRASH) {
      network.messages.passed(Passage.CRASHED, to, null, address, length);
      network.vanish(to);
      network.blocking.hosts().end(victim, false);
    }
    return fault == Fault.RESET;
  }
}
