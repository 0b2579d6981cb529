package heddle.engine.net;

import heddle.engine.schedule.Observer.Passage;
import heddle.hooks.SystemCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** A UDP socket. */
final class DatagramPort extends Descriptor implements Kernel.Bound {
  /** The most that fits into a datagram over IPv4: 65,535 less the headers (RFC 768, RFC 791). */
  private static final int DATAGRAM_BYTES_MAX = 65_507;

  /** Bytes that wait to be received at most; what comes when it is full is lost. */
  private static final int QUEUE_BYTES_MAX = 212_992;

  /** How late an overtaken datagram is, in nanoseconds. */
  private static final long LATE_NANOS = 1_000_000;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long BYTES = Unsafe.ARRAY_BYTE_BASE_OFFSET;
  private static final int LOSS = 1;
  private static final int DUPLICATION = 2;
  private static final int OVERTAKING = 3;

  private static final class Datagram {
    final byte[] bytes;
    final InetSocketAddress from;
    final long arrives;
    final int number;

    Datagram(int number, byte[] bytes, InetSocketAddress from, long arrives) {
      this.number = number;
      this.bytes = bytes;
      this.from = from;
      this.arrives = arrives;
    }
  }

  private final ArrayDeque<Datagram> queue = new ArrayDeque<>(2);
  private int queued;
  private final Set<InetAddress> groups = new HashSet<>(2);
  private @Nullable InetSocketAddress local;
  private @Nullable InetSocketAddress remote;
  private boolean unreachable;

  /** The address it had before it was connected. */
  private @Nullable InetSocketAddress unconnected;

  DatagramPort(Kernel kernel) {
    super(kernel);
  }

  @Override
  boolean isForClients() {
    return remote == null && local != null;
  }

  @Override
  String waitsFor(int events) {
    return "a datagram to " + kernel.text(local);
  }

  @Override
  public @Nullable InetSocketAddress local() {
    return local;
  }

  @Override
  public boolean shares() {
    return option(Options.SOCKET, Options.REUSE_ADDRESS) != 0;
  }

  boolean isMember(InetAddress group) {
    return groups.contains(group);
  }

  void membership(InetAddress group, boolean join) throws IOException {
    if (!(join ? groups.add(group) : groups.remove(group))) {
      throw new SocketException(
          join ? "Address already in use" : "Cannot assign requested address");
    }
  }

  @Override
  void bind(InetAddress address, int port) throws IOException {
    if (local != null) {
      kernel.release(this);
      local = null;
    }
    local = Kernel.plain(address, kernel.take(this, address, port));
  }

  private InetSocketAddress bound() throws IOException {
    InetSocketAddress known = local;
    if (known == null) {
      bind(InetAddress.getByAddress(new byte[4]), 0);
      known = local;
    }
    if (known == null) {
      throw new IllegalStateException("not bound");
    }
    return known;
  }

  @Override
  int connect(InetAddress address, int port) throws IOException {
    if (kernel.network.route(kernel, address) == null) {
      throw new SocketException("Network is unreachable");
    }
    InetSocketAddress own = bound();
    unconnected = own;
    if (own.getAddress().isAnyLocalAddress()) {
      local = kernel.source(address, own.getPort());
    }
    remote = Kernel.plain(address, port);
    return 1;
  }

  void disconnect() throws IOException {
    remote = null;
    InetSocketAddress before = unconnected;
    local = before == null ? bound() : before;
  }

  @Override
  int write(long address, int length) throws IOException {
    return send(address, length, null);
  }

  @Override
  int read(long address, int length) throws IOException {
    return receive(address, length, 0);
  }

  /** Sends to {@code target}, or to the peer if it is null. */
  int send(long address, int length, @Nullable InetSocketAddress target) throws IOException {
    throwIfUnreachable();
    InetSocketAddress to = target == null ? remote : target;
    if (to == null) {
      throw new SocketException("Destination address required");
    }
    if (length > DATAGRAM_BYTES_MAX) {
      throw new SocketException("Message too long");
    }
    InetSocketAddress source = kernel.source(to.getAddress(), bound().getPort());
    if (!kernel.network.isReached(kernel, to.getAddress())) {
      kernel.network.messages.passed(
          Passage.LOST, kernel.network.messages.nextDatagram(), source, to, address, length);
      return length;
    }
    List<DatagramPort> receivers = kernel.network.receivers(kernel, to);
    if (receivers.isEmpty()) {
      // An ICMP message comes back, which only a connected socket hears of (RFC 1122, 4.1.3.3).
      unreachable = remote != null && !to.getAddress().isMulticastAddress();
      changed();
    }
    byte[] bytes = new byte[length];
    UNSAFE.copyMemory(null, address, bytes, BYTES, length);
    int fault = receivers.isEmpty() ? 0 : kernel.network.liberties.fault(OVERTAKING);
    int number = kernel.network.messages.nextDatagram();
    kernel.network.messages.passed(
        switch (fault) {
          case 0 -> receivers.isEmpty() ? Passage.UNREACHABLE : Passage.SENT;
          case LOSS -> Passage.LOST;
          case DUPLICATION -> Passage.DUPLICATED;
          case OVERTAKING -> Passage.SENT_LATE;
          default -> Passage.SENT;
        },
        number,
        source,
        to,
        address,
        length);
    deliver(receivers, fault, number, bytes, source);
    return length;
  }

  private void deliver(
      List<DatagramPort> receivers, int fault, int number, byte[] bytes, InetSocketAddress source) {
    long now = kernel.network.blocking.now();
    long arrives = fault == OVERTAKING ? now + LATE_NANOS : now;
    Datagram datagram = new Datagram(number, bytes, source, arrives);
    for (DatagramPort receiver : receivers) {
      if (fault != LOSS) {
        receiver.deliver(datagram);
      }
      if (fault == DUPLICATION) {
        receiver.deliver(datagram);
      }
    }
  }

  private void deliver(Datagram datagram) {
    InetSocketAddress only = remote;
    boolean wanted = only == null || only.equals(datagram.from);
    if (wanted && queued + datagram.bytes.length <= QUEUE_BYTES_MAX) {
      queue.add(datagram);
      queued += datagram.bytes.length;
      changed();
    }
  }

  /** Receives what has arrived first; its sender's address is written to {@code sender}. */
  int receive(long address, int length, long sender) throws IOException {
    while (true) {
      if (closed) {
        return SystemCalls.UNAVAILABLE;
      }
      throwIfUnreachable();
      Datagram datagram = arrived();
      if (datagram != null) {
        queue.remove(datagram);
        queued -= datagram.bytes.length;
        int n = Math.min(length, datagram.bytes.length);
        UNSAFE.copyMemory(datagram.bytes, BYTES, null, address, n);
        kernel.network.messages.passed(
            Passage.RECEIVED, datagram.number, datagram.from, local, address, n);
        if (sender != 0) {
          SocketAddresses.encode(datagram.from, sender);
        }
        return n;
      }
      if (!blocking) {
        return SystemCalls.UNAVAILABLE;
      }
      await(IN, Long.MAX_VALUE);
    }
  }

  private @Nullable Datagram arrived() {
    long now = kernel.network.blocking.now();
    for (Datagram each : queue) {
      if (each.arrives <= now) {
        return each;
      }
    }
    return null;
  }

  private void throwIfUnreachable() throws IOException {
    if (unreachable) {
      unreachable = false;
      throw new PortUnreachableException();
    }
  }

  @Override
  int ready() {
    return (arrived() != null || unreachable ? IN : 0) | OUT | (unreachable ? ERR : 0);
  }

  @Override
  long readyAt() {
    long now = kernel.network.blocking.now();
    long earliest = Long.MAX_VALUE;
    for (Datagram each : queue) {
      if (each.arrives > now) {
        earliest = Math.min(earliest, each.arrives);
      }
    }
    return earliest;
  }

  @Override
  int available() {
    Datagram next = arrived();
    return next == null ? 0 : next.bytes.length;
  }

  @Override
  void end() {
    kernel.release(this);
  }

  @Override
  InetSocketAddress localAddress() throws IOException {
    InetSocketAddress known = local;
    return known == null ? new InetSocketAddress(InetAddress.getByAddress(new byte[4]), 0) : known;
  }

  @Override
  InetSocketAddress remoteAddress() throws IOException {
    InetSocketAddress known = remote;
    if (known == null) {
      throw new SocketException("Transport endpoint is not connected");
    }
    return known;
  }
}
