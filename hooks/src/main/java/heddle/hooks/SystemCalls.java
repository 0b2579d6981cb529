package heddle.hooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.spi.InetAddressResolver;
import org.jspecify.annotations.Nullable;

/**
 * The system calls beneath the sockets of the JDK, answered by a simulated network instead of the
 * operating system. There is one implementation, in the engine.
 *
 * <p>Every method is called on the carrier thread of the engine by the program's thread that is
 * running. Descriptors are small numbers, as they are in the operating system; results and
 * exceptions are those that the JDK's native code gives. Methods that wait do so under the engine's
 * scheduler and in virtual time.
 */
public abstract class SystemCalls {
  /** Nothing could be done without waiting ({@code IOStatus.UNAVAILABLE} of the JDK). */
  public static final int UNAVAILABLE = -2;

  /** The peer will send no more ({@code IOStatus.EOF} of the JDK). */
  public static final int END_OF_FILE = -1;

  /** For the one implementation. */
  protected SystemCalls() {}

  /** The calling thread is about to take a lock of a socket. */
  public abstract void lock();

  /** Returns who answers look-ups of names and addresses. */
  public abstract InetAddressResolver resolver();

  /** Returns the address of the host that the calling thread runs on. */
  public abstract InetAddress localHost();

  /** Returns the address by which other hosts reach the one that the calling thread runs on. */
  public abstract InetAddress outside();

  /** Creates a socket, of TCP if {@code stream}, else of UDP. */
  public abstract int socket(boolean stream, boolean reuse);

  /** Gives the socket a local address; port 0 lets the system pick one. */
  public abstract void bind(int fd, InetAddress address, int port) throws IOException;

  /** Makes a socket accept connections. */
  public abstract void listen(int fd, int backlog) throws IOException;

  /** Connects; returns 1, or {@link #UNAVAILABLE} while that is under way. */
  public abstract int connect(int fd, InetAddress address, int port) throws IOException;

  /** Returns the descriptor of the next connection, or {@link #UNAVAILABLE}. */
  public abstract int accept(int fd, @Nullable InetSocketAddress[] from) throws IOException;

  /** Ends one direction, or both: 0 for reading, 1 for writing, 2 for both. */
  public abstract void shutdown(int fd, int how) throws IOException;

  /** Returns the local address. */
  public abstract InetSocketAddress localAddress(int fd) throws IOException;

  /** Returns the address of the peer. */
  public abstract InetSocketAddress remoteAddress(int fd) throws IOException;

  /** Returns an option's value, 0 or 1 for booleans. */
  public abstract int option(int fd, int level, int name) throws IOException;

  /** Sets an option. */
  public abstract void option(int fd, int level, int name, int value) throws IOException;

  /** Sets whether operations wait. */
  public abstract void configureBlocking(int fd, boolean blocking) throws IOException;

  /** Waits for one of {@code events}; a negative time-out is none. */
  public abstract int poll(int fd, int events, long nanos) throws IOException;

  /** Waits for the end of a connection attempt; returns whether it has ended well. */
  public abstract boolean pollConnect(int fd, long nanos) throws IOException;

  /** Throws what a connection attempt that has ended came to, if it came to nothing. */
  public abstract void checkConnect(int fd) throws IOException;

  /** Returns how many bytes can be read without waiting. */
  public abstract int available(int fd) throws IOException;

  /** Sends one urgent byte. */
  public abstract int sendUrgent(int fd, byte value) throws IOException;

  /** Reads into memory; returns the count, {@link #END_OF_FILE} or {@link #UNAVAILABLE}. */
  public abstract int read(int fd, long address, int length) throws IOException;

  /** Writes from memory; returns the count or {@link #UNAVAILABLE}. */
  public abstract int write(int fd, long address, int length) throws IOException;

  /** Receives a datagram; its sender is written to {@code sender}, a native socket address. */
  public abstract int receive(int fd, long address, int length, long sender) throws IOException;

  /** Sends a datagram to {@code target}, a native socket address; 0 for the connected peer. */
  public abstract int send(int fd, long address, int length, long target) throws IOException;

  /** Forgets the peer of a UDP socket. */
  public abstract void disconnect(int fd) throws IOException;

  /** Joins or leaves a multicast group. */
  public abstract void membership(int fd, InetAddress group, boolean join) throws IOException;

  /** Ends a connection whose descriptor other threads may still use, and wakes these. */
  public abstract void preClose(int fd) throws IOException;

  /** Frees the descriptor. */
  public abstract void close(int fd) throws IOException;

  /** Creates a set of descriptors that can be waited for together. */
  public abstract int epollCreate();

  /** Adds, changes or removes a descriptor in a set: 1, 3 or 2; returns 0 or an error number. */
  public abstract int epollControl(int set, int operation, int fd, int events);

  /** Waits for events of a set and writes up to {@code most} of them to memory. */
  public abstract int epollWait(int set, long address, int most, long nanos);

  /** Creates a counter that wakes who waits for it. */
  public abstract int eventCounter();

  /** Adds one to a counter. */
  public abstract void signal(int fd);

  /** Empties a counter or a pipe; returns whether there was anything. */
  public abstract boolean drain(int fd) throws IOException;

  /** Creates a pipe; the end to read from is in the upper half. */
  public abstract long pipe(boolean blocking);
}
