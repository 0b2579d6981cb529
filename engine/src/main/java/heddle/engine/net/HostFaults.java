package heddle.engine.net;

import heddle.engine.net.Liberties.Fault;
import heddle.engine.schedule.Host;
import heddle.engine.schedule.Observer.Passage;
import java.util.List;

/**
 * Faults of whole hosts and of the links between them: asked for by a test, or taken as liberties
 * when bytes are sent, because it is then that they show. Called by the running task.
 */
public final class HostFaults {
  private final Network network;

  HostFaults(Network network) {
    this.network = network;
  }

  private Kernel kernel(Host host) {
    return network.hosts().get(host.number());
  }

  /** Cuts the link between two hosts, or repairs it. */
  public void partition(Host one, Host other, boolean cut) {
    if (cut) {
      network.links.cut(kernel(one), kernel(other), Links.UNKNOWN);
    } else {
      network.links.repair(kernel(one), kernel(other));
      retransmit();
    }
    Passage passage = cut ? Passage.PARTITIONED : Passage.REPAIRED;
    network.messages.passed(passage, kernel(one), kernel(other));
  }

  private void retransmit() {
    List<Descriptor> descriptors = network.descriptors;
    for (int i = 0; i < descriptors.size(); i++) {
      if (descriptors.get(i) instanceof StreamSocket socket && !socket.closed) {
        socket.retransmit();
      }
    }
  }

  /** {@code host} has lost its power: it answers nothing any more, and nobody is told. */
  public void crash(Host host) {
    network.messages.passed(Passage.CRASHED, kernel(host), null);
    vanish(kernel(host));
  }

  private void vanish(Kernel kernel) {
    kernel.begin();
    kernel.up = false;
    List<Descriptor> descriptors = network.descriptors;
    for (int i = 0; i < descriptors.size(); i++) {
      Descriptor descriptor = descriptors.get(i);
      if (descriptor.kernel.equals(kernel)) {
        descriptor.closed = true;
        if (descriptor instanceof StreamSocket socket) {
          socket.vanish();
        }
      }
    }
  }

  /** {@code host} runs again, and knows nothing of before. */
  public void restart(Host host) {
    kernel(host).begin();
    network.messages.passed(Passage.RESTARTED, kernel(host), null);
    retransmit();
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
      network.links.cut(from, to, network.blocking.now() + Liberties.PARTITION_NANOS);
    } else if (fault == Fault.CRASH) {
      network.messages.passed(Passage.CRASHED, to, null, address, length);
      vanish(to);
      network.blocking.hosts().end(victim, false);
    }
    return fault == Fault.RESET;
  }
}
