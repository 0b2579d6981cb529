package heddle.engine.net;

import heddle.engine.schedule.Blocking;
import heddle.engine.schedule.Observer;
import heddle.engine.schedule.Observer.Packet;
import heddle.engine.schedule.Observer.Passage;
import java.net.InetSocketAddress;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Tells the observer, when there is one, what passes over the network. */
final class Messages {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final Blocking blocking;
  private final Network network;
  private int datagrams;

  Messages(Blocking blocking, Network network) {
    this.blocking = blocking;
    this.network = network;
  }

  /** Returns the number of the next datagram of an execution. */
  int nextDatagram() {
    return ++datagrams;
  }

  void begin() {
    datagrams = 0;
  }

  /** Something became of hosts, or of the link between two. */
  void passed(Passage passage, Kernel one, @Nullable Kernel other) {
    passed(passage, one, other, 0, 0);
  }

  /** The same, when bytes were sent that stand in memory. */
  void passed(Passage passage, Kernel one, @Nullable Kernel other, long address, int length) {
    Observer observer = blocking.observer();
    if (observer != null && observer.hearsMessages()) {
      String to = other == null ? "" : other.name;
      byte[] bytes = new byte[length];
      UNSAFE.copyMemory(null, address, bytes, Unsafe.ARRAY_BYTE_BASE_OFFSET, length);
      observer.message(blocking.running(), passage, new Packet(0, one.name, to, bytes));
    }
  }

  /** Something passed that carries no bytes. */
  void passed(Passage passage, @Nullable InetSocketAddress from, @Nullable InetSocketAddress to) {
    passed(passage, 0, from, to, 0, 0);
  }

  /** Bytes of a connection passed, which stand in memory. */
  void passed(
      Passage passage,
      @Nullable InetSocketAddress from,
      @Nullable InetSocketAddress to,
      long address,
      int length) {
    passed(passage, 0, from, to, address, length);
  }

  /** Bytes passed, as datagram number {@code datagram} or, if that is 0, over a connection. */
  void passed(
      Passage passage,
      int datagram,
      @Nullable InetSocketAddress from,
      @Nullable InetSocketAddress to,
      long address,
      int length) {
    Observer observer = blocking.observer();
    if (observer != null && observer.hearsMessages()) {
      Kernel host = network.host();
      byte[] bytes = new byte[length];
      UNSAFE.copyMemory(null, address, bytes, Unsafe.ARRAY_BYTE_BASE_OFFSET, length);
      observer.message(
          blocking.running(), passage, new Packet(datagram, host.text(from), host.text(to), bytes));
    }
  }
}
