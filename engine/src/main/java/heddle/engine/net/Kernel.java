package heddle.engine.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network side of one host: its addresses and who uses which port. */
final class Kernel {
  /** The ports that the system gives out by itself (RFC 6335, section 6). */
  private static final int EPHEMERAL_FIRST = 49_152;

  private static final int EPHEMERAL_LAST = 65_535;

  final Network network;
  final String name;

  /** The address that it calls its own. */
  final InetAddress address;

  /** The address by which other hosts reach it. */
  final InetAddress outside;

  private final List<Bound> bound = new ArrayList<>();
  private int nextPort = EPHEMERAL_FIRST;

  /** A descriptor that can have a port. */
  interface Bound {
    /** Returns the address it is bound to. */
    @Nullable InetSocketAddress local();

    /** Returns whether it shares its port with others that say so too. */
    boolean shares();
  }

  final int number;

  /** Whether the host runs. One that does not answers nothing. */
  boolean up = true;

  Kernel(Network network, int number, String name, InetAddress address, InetAddress outside) {
    this.network = network;
    this.number = number;
    this.outside = outside;
    this.name = name;
    this.address = address;
  }

  void begin() {
    up = true;
    bound.clear();
    nextPort = EPHEMERAL_FIRST;
  }

  /** Returns whether packets to {@code target} come to this host when it sends them itself. */
  boolean isLocal(InetAddress target) {
    return target.isLoopbackAddress()
        || target.isAnyLocalAddress()
        || target.equals(address)
        || target.equals(outside);
  }

  /** Returns the address that packets to {@code target} come from. */
  InetSocketAddress source(InetAddress target, int port) throws IOException {
    return plain(target.isLoopbackAddress() ? target : isLocal(target) ? address : outside, port);
  }

  /** Returns an address without the name by which a program came to it. */
  static InetSocketAddress plain(InetAddress address, int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(address.getAddress()), port);
  }

  /** Gives {@code asking} the port, or one that is free if it is 0, and returns it. */
  int take(Bound asking, InetAddress at, int port) throws IOException {
    if (!isLocal(at) && !at.isMulticastAddress()) {
      throw new BindException("Cannot assign requested address");
    }
    int chosen = port == 0 ? free(asking, at) : port;
    if (conflicts(asking, at, chosen)) {
      throw new BindException("Address already in use");
    }
    bound.add(asking);
    return chosen;
  }

  private int free(Bound asking, InetAddress at) throws IOException {
    for (int tried = EPHEMERAL_FIRST; tried <= EPHEMERAL_LAST; tried++) {
      int port = nextPort++;
      if (nextPort > EPHEMERAL_LAST) {
        nextPort = EPHEMERAL_FIRST;
      }
      if (!conflicts(asking, at, port)) {
        return port;
      }
    }
    throw new BindException("Address already in use");
  }

  private boolean conflicts(Bound asking, InetAddress at, int port) {
    for (Bound other : bound) {
      InetSocketAddress local = other.local();
      if (local != null
          && local.getPort() == port
          && other.getClass() == asking.getClass()
          && overlap(local.getAddress(), at)
          && !(other.shares() && asking.shares())) {
        return true;
      }
    }
    return false;
  }

  private static boolean overlap(InetAddress one, InetAddress two) {
    return one.isAnyLocalAddress() || two.isAnyLocalAddress() || one.equals(two);
  }

  /** Returns an address as people write it, on this host: with the name of the host that has it. */
  String text(@Nullable InetSocketAddress at) {
    if (at == null) {
      return "?";
    }
    String host = at.getAddress().isLoopbackAddress() ? name : at.getAddress().getHostAddress();
    for (Kernel other : network.hosts()) {
      host = other.outside.equals(at.getAddress()) ? other.name : host;
    }
    return host + ":" + at.getPort();
  }

  void release(Bound leaving) {
    bound.remove(leaving);
  }

  /** Returns who listens for TCP connections to {@code target}; null when no one does. */
  @Nullable StreamSocket listener(InetSocketAddress target) {
    for (Bound each : bound) {
      if (each instanceof StreamSocket socket && socket.isListening() && matches(each, target)) {
        return socket;
      }
    }
    return null;
  }

  /** Returns the sockets that datagrams to {@code target} reach. */
  List<DatagramPort> receivers(InetSocketAddress target) {
    List<DatagramPort> found = new ArrayList<>(1);
    for (Bound each : bound) {
      if (each instanceof DatagramPort port) {
        if (target.getAddress().isMulticastAddress()) {
          InetSocketAddress local = each.local();
          if (local != null
              && local.getPort() == target.getPort()
              && port.isMember(target.getAddress())) {
            found.add(port);
          }
        } else if (matches(each, target)) {
          found.add(port);
        }
      }
    }
    return found;
  }

  private static boolean matches(Bound each, InetSocketAddress target) {
    InetSocketAddress local = each.local();
    return local != null
        && local.getPort() == target.getPort()
        && (local.getAddress().isAnyLocalAddress()
            || target.getAddress().isAnyLocalAddress()
            || local.getAddress().equals(target.getAddress()));
  }
}
