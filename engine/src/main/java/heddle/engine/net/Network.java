package heddle.engine.net;

import heddle.engine.NetworkLevel;
import heddle.engine.schedule.Blocking;
import heddle.engine.schedule.Host;
import heddle.engine.schedule.HostListener;
import heddle.hooks.SocketHooks;
import heddle.hooks.SystemCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The simulated network, and the door to it: each system call finds its descriptor here.
 *
 * <p>It speaks IPv4, has a loopback interface and one other a host, and packets take no time unless
 * a liberty makes them late. Who uses IPv6 addresses, or counts interfaces, could notice.
 */
public final class Network extends SystemCalls implements HostListener {
  /** Far above the descriptors of the operating system, so that none is taken for another. */
  private static final int FIRST_DESCRIPTOR = 1 << 20;

  private static final int BAD_DESCRIPTOR = 9;

  final Blocking blocking;
  final Liberties liberties;
  final Messages messages;
  final HostFaults faults = new HostFaults(this);
  private final InetAddressResolver names = new Names(this);
  final List<Descriptor> descriptors = new ArrayList<>();
  private final List<Kernel> hosts = new ArrayList<>();

  final Links links = new Links();
  private boolean real;

  /** Creates a network over the tasks of {@code blocking}. */
  public Network(Blocking blocking) {
    this.blocking = blocking;
    this.messages = new Messages(blocking, this);
    this.liberties = new Liberties(blocking);
    load();
  }

  /** Loads the classes of this room, because to load one while a thread runs calls hooks. */
  private static void load() {
    List<Class<?>> room =
        List.of(Flow.class, Flow.Segment.class, Liberties.class, Options.class, StreamSocket.class);
    for (Class<?> type : room) {
      try {
        Class.forName(type.getName(), true, type.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Forgets everything before an execution on hosts that are called {@code names}, in which the
   * network may do what {@code level} says.
   */
  public void begin(NetworkLevel level, List<String> names) {
    SocketHooks.network = this;
    real = level == NetworkLevel.REAL || !EventLayout.isKnown();
    descriptors.clear();
    links.begin();
    if (hosts.size() == names.size()) {
      for (Kernel kernel : hosts) {
        kernel.begin();
      }
    } else {
      hosts.clear();
      names.forEach(name -> add(name, names.size() == 1));
    }
    liberties.begin(level);
    messages.begin();
  }

  /** Adds a host; one that is {@code alone} is reached by its loopback address only. */
  private void add(String name, boolean alone) {
    int number = hosts.size() + 1;
    byte[] address = {10, 0, (byte) (number >>> 8), (byte) number};
    byte[] loopback = {127, 0, 0, 1};
    try {
      hosts.add(
          new Kernel(
              this,
              hosts.size(),
              name,
              InetAddress.getByAddress(name, alone ? loopback : address),
              InetAddress.getByAddress(name, address)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // four bytes are an address
    }
  }

  @Override
  public boolean isNoticed(Host host) {
    Kernel kernel = hosts.get(host.number());
    for (Descriptor descriptor : descriptors) {
      if (descriptor.kernel.equals(kernel) && !descriptor.closed) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void ended(Host host) {
    Kernel kernel = hosts.get(host.number());
    for (int i = 0; i < descriptors.size(); i++) {
      if (descriptors.get(i).kernel.equals(kernel)) {
        end(descriptors.get(i));
      }
    }
  }

  int add(Descriptor descriptor) {
    if (real) {
      blocking.escape("opens a connection of the real network");
    }
    descriptors.add(descriptor);
    return FIRST_DESCRIPTOR + descriptors.size() - 1;
  }

  List<Kernel> hosts() {
    return hosts;
  }

  /** Returns the host that the running task runs on. */
  Kernel host() {
    return hosts.get(blocking.running().host().number());
  }

  /** Returns the virtual time from which packets arrive: now, or when the link is repaired. */
  long open(Kernel from, Kernel to) {
    return links.open(from, to, blocking.now());
  }

  /** Returns whether packets that are sent now arrive. */
  boolean isOpen(Kernel from, Kernel to) {
    return open(from, to) <= blocking.now();
  }

  /** Returns whether packets to {@code target}, if it is the address of a host, arrive now. */
  boolean isReached(Kernel from, InetAddress target) {
    Kernel host = target.isMulticastAddress() ? null : route(from, target);
    return host == null || isOpen(from, host);
  }

  /** Adds a host that others reach by the next address, and gives it back. */
  public InetAddress add(Host host) {
    add(host.name(), false);
    return hosts.getLast().outside;
  }

  /** Returns the address by which others reach {@code host}. */
  public InetAddress address(Host host) {
    return hosts.get(host.number()).outside;
  }

  /** Returns what becomes of hosts, and of the links between them. */
  public HostFaults faults() {
    return faults;
  }

  /** Returns the host that packets from {@code from} to {@code target} reach; null for none. */
  @Nullable Kernel route(Kernel from, InetAddress target) {
    if (from.isLocal(target)) {
      return from;
    }
    for (Kernel kernel : hosts) {
      if (kernel.outside.equals(target)) {
        return kernel;
      }
    }
    return null;
  }

  /** Returns the sockets that a datagram from {@code from} to {@code target} reaches. */
  List<DatagramPort> receivers(Kernel from, InetSocketAddress target) {
    if (!target.getAddress().isMulticastAddress()) {
      Kernel host = route(from, target.getAddress());
      return host == null ? List.of() : host.receivers(target);
    }
    List<DatagramPort> found = new ArrayList<>();
    for (Kernel kernel : hosts) {
      if (isOpen(from, kernel)) {
        found.addAll(kernel.receivers(target));
      }
    }
    return found;
  }

  /** Returns the descriptor {@code fd}. */
  private Descriptor descriptor(int fd) throws IOException {
    Descriptor found = known(fd);
    if (found == null) {
      throw new SocketException("Bad file descriptor");
    }
    return found;
  }

  private @Nullable Descriptor known(int fd) {
    int index = fd - FIRST_DESCRIPTOR;
    return index < 0 || index >= descriptors.size() ? null : descriptors.get(index);
  }

  /**
   * A scheduling point before an operation on {@code fd}. All operations name the network, because
   * one of them may touch both ends of a connection, and ports.
   */
  private Descriptor point(int fd) throws IOException {
    Descriptor found = descriptor(fd);
    blocking.point(this);
    return found;
  }

  private StreamSocket stream(Descriptor descriptor) throws IOException {
    if (descriptor instanceof StreamSocket socket) {
      return socket;
    }
    throw new SocketException("Operation not supported");
  }

  private DatagramPort datagrams(Descriptor descriptor) throws IOException {
    if (descriptor instanceof DatagramPort port) {
      return port;
    }
    throw new SocketException("Operation not supported");
  }

  @Override
  public void lock() {
    blocking.point(this);
  }

  @Override
  public InetAddressResolver resolver() {
    if (real) {
      blocking.escape("looks a name up in the real network");
    }
    return names;
  }

  @Override
  public InetAddress localHost() {
    return host().address;
  }

  @Override
  public InetAddress outside() {
    return host().outside;
  }

  @Override
  public int socket(boolean stream, boolean reuse) {
    return (stream ? new StreamSocket(host(), reuse) : new DatagramPort(host())).number;
  }

  @Override
  public void bind(int fd, InetAddress address, int port) throws IOException {
    point(fd).bind(address, port);
  }

  @Override
  public void listen(int fd, int backlog) throws IOException {
    stream(point(fd)).listen(backlog);
  }

  @Override
  public int connect(int fd, InetAddress address, int port) throws IOException {
    return point(fd).connect(address, port);
  }

  @Override
  public int accept(int fd, @Nullable InetSocketAddress[] from) throws IOException {
    return stream(point(fd)).accept(from);
  }

  @Override
  public void shutdown(int fd, int how) throws IOException {
    stream(point(fd)).shutdown(how);
  }

  @Override
  public InetSocketAddress localAddress(int fd) throws IOException {
    return descriptor(fd).localAddress();
  }

  @Override
  public InetSocketAddress remoteAddress(int fd) throws IOException {
    return descriptor(fd).remoteAddress();
  }

  @Override
  public int option(int fd, int level, int name) throws IOException {
    return descriptor(fd).option(level, name);
  }

  @Override
  public void option(int fd, int level, int name, int value) throws IOException {
    descriptor(fd).option(level, name, value);
  }

  @Override
  public void configureBlocking(int fd, boolean waits) throws IOException {
    point(fd).blocking = waits;
  }

  @Override
  public int poll(int fd, int events, long nanos) throws IOException {
    return point(fd).await(events, blocking.deadline(nanos));
  }

  @Override
  public boolean pollConnect(int fd, long nanos) throws IOException {
    return stream(point(fd)).pollConnect(blocking.deadline(nanos));
  }

  @Override
  public void checkConnect(int fd) throws IOException {
    stream(descriptor(fd)).checkConnect();
  }

  @Override
  public int available(int fd) throws IOException {
    return point(fd).available();
  }

  @Override
  public int sendUrgent(int fd, byte value) throws IOException {
    return stream(point(fd)).sendUrgent(value);
  }

  @Override
  public int read(int fd, long address, int length) throws IOException {
    return point(fd).read(address, length);
  }

  @Override
  public int write(int fd, long address, int length) throws IOException {
    return point(fd).write(address, length);
  }

  @Override
  public int receive(int fd, long address, int length, long sender) throws IOException {
    return datagrams(point(fd)).receive(address, length, sender);
  }

  @Override
  public int send(int fd, long address, int length, long target) throws IOException {
    InetSocketAddress to = target == 0 ? null : SocketAddresses.decode(target);
    return datagrams(point(fd)).send(address, length, to);
  }

  @Override
  public void disconnect(int fd) throws IOException {
    datagrams(point(fd)).disconnect();
  }

  @Override
  public void membership(int fd, InetAddress group, boolean join) throws IOException {
    datagrams(point(fd)).membership(group, join);
  }

  @Override
  public void preClose(int fd) throws IOException {
    end(point(fd));
  }

  @Override
  public void close(int fd) throws IOException {
    Descriptor found = known(fd);
    if (found != null && !found.closed) {
      blocking.point(this);
      end(found);
    }
  }

  private void end(Descriptor descriptor) {
    if (!descriptor.closed) {
      descriptor.end();
      descriptor.closed = true;
      for (Descriptor each : descriptors) {
        if (descriptor.isWatched() && each instanceof EventSet set) {
          set.remove(descriptor);
        }
      }
      descriptor.changed();
    }
  }

  @Override
  public int epollCreate() {
    return new EventSet(host()).number;
  }

  @Override
  public int epollControl(int set, int operation, int fd, int events) {
    Descriptor descriptor = known(fd);
    if (!(known(set) instanceof EventSet found) || descriptor == null) {
      return BAD_DESCRIPTOR;
    }
    blocking.point(this);
    return found.control(operation, descriptor, events);
  }

  @Override
  public int epollWait(int set, long address, int most, long nanos) {
    blocking.point(this);
    return known(set) instanceof EventSet found
        ? found.collect(address, most, blocking.deadline(nanos))
        : 0;
  }

  @Override
  public int eventCounter() {
    return new Counter(host()).number;
  }

  @Override
  public void signal(int fd) {
    blocking.point(this);
    switch (known(fd)) {
      case Counter counter -> counter.signal();
      case PipeEnd end -> end.wakeUp();
      case null, default -> {}
    }
  }

  @Override
  public boolean drain(int fd) throws IOException {
    return switch (point(fd)) {
      case Counter counter -> counter.drain();
      case PipeEnd end -> end.drain();
      default -> false;
    };
  }

  @Override
  public long pipe(boolean waits) {
    PipeEnd source = PipeEnd.create(host());
    source.blocking = waits;
    source.other().blocking = waits;
    return (long) source.number << 32 | source.other().number;
  }
}
