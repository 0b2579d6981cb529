package heddle.engine.net;

import heddle.engine.schedule.NetworkWait;
import heddle.engine.schedule.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a program holds by a number: a socket, an end of a pipe, a set of descriptors. */
abstract class Descriptor {
  static final int IN = 1;
  static final int OUT = 4;
  static final int ERR = 8;
  static final int HUP = 16;
  static final int INVALID = 32;

  /** Events that are reported whether asked for or not (poll(2)). */
  static final int ALWAYS = ERR | HUP | INVALID;

  /** A task that waits for events of a descriptor. */
  private record Waiter(Descriptor of, Task task, int events) implements NetworkWait {
    @Override
    public String what() {
      return of.waitsFor(events);
    }

    @Override
    public boolean isForClients() {
      return of.isForClients();
    }

    @Override
    public boolean readsFrom(NetworkWait other) {
      return (events & IN) != 0
          && other instanceof Waiter waiter
          && of instanceof StreamSocket socket
          && socket.peer() == waiter.of;
    }
  }

  final Kernel kernel;
  final int number;
  boolean blocking = true;
  boolean closed;
  private final List<Waiter> waiters = new ArrayList<>(2);
  private final List<EventSet> watchers = new ArrayList<>(0);
  private final Map<Long, Integer> options = new HashMap<>(4);

  Descriptor(Kernel kernel) {
    this.kernel = kernel;
    this.number = kernel.network.add(this);
  }

  /** Returns what can be done without waiting, as poll(2) tells it. */
  abstract int ready();

  /** Returns whether something new may come to it from anybody: a connection, a datagram. */
  boolean isForClients() {
    return false;
  }

  /** Returns in words what a task waits for that waits for {@code events}. */
  String waitsFor(int events) {
    return (events & IN) != 0 ? "something to read" : "room to write";
  }

  /** Returns the virtual time at which more may become ready by itself. */
  long readyAt() {
    return Long.MAX_VALUE;
  }

  /** Ends what it stands for. */
  abstract void end();

  /** Wakes who waits for what is ready now. */
  final void changed() {
    kernel.network.blocking.changed();
    int ready = closed ? INVALID : ready();
    // Who waits for bytes that are still under way has to look at the clock again.
    boolean later = readyAt() != Long.MAX_VALUE;
    if (ready != 0 || later) {
      for (int i = waiters.size() - 1; i >= 0; i--) {
        Waiter waiter = waiters.get(i);
        if (later || (ready & (waiter.events | ALWAYS)) != 0) {
          waiters.remove(i);
          kernel.network.blocking.wake(waiter.task);
        }
      }
    }
    for (int i = 0; i < watchers.size(); i++) {
      watchers.get(i).changed();
    }
  }

  /**
   * Waits until one of {@code events} is ready.
   *
   * @param deadline the virtual time at which to give up
   * @return what is ready; 0 when time is up, or an interrupt ends the wait of a virtual thread
   */
  final int await(int events, long deadline) {
    int wanted = events | ALWAYS;
    while (true) {
      int ready = closed ? INVALID : ready() & wanted;
      if (ready != 0 || kernel.network.blocking.now() >= deadline) {
        return ready;
      }
      Waiter waiter = new Waiter(this, kernel.network.blocking.running(), events);
      waiters.add(waiter);
      kernel.network.blocking.await(waiter, Math.min(deadline, readyAt()));
      waiters.remove(waiter);
      Thread thread = waiter.task.thread();
      if (thread.isVirtual() && thread.isInterrupted()) {
        return closed ? INVALID : ready() & wanted;
      }
    }
  }

  final void watch(EventSet set) {
    watchers.add(set);
  }

  final void unwatch(EventSet set) {
    watchers.remove(set);
  }

  /** Whether a set of descriptors watches it. */
  boolean isWatched() {
    return !watchers.isEmpty();
  }

  int read(long address, int length) throws IOException {
    throw new IOException("Bad file descriptor");
  }

  int write(long address, int length) throws IOException {
    throw new IOException("Bad file descriptor");
  }

  int available() {
    return 0;
  }

  void bind(InetAddress address, int port) throws IOException {
    throw new SocketException("Socket operation on non-socket");
  }

  int connect(InetAddress address, int port) throws IOException {
    throw new SocketException("Socket operation on non-socket");
  }

  InetSocketAddress localAddress() throws IOException {
    throw new SocketException("Socket operation on non-socket");
  }

  InetSocketAddress remoteAddress() throws IOException {
    throw new SocketException("Socket operation on non-socket");
  }

  final int option(int level, int name) {
    Integer value = options.get(key(level, name));
    return value == null ? Options.initial(level, name, this instanceof StreamSocket) : value;
  }

  final void option(int level, int name, int value) {
    options.put(key(level, name), Options.stored(level, name, value));
  }

  private static long key(int level, int name) {
    return (long) level << 32 | name;
  }
}
