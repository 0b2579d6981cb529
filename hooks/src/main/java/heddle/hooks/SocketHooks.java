package heddle.hooks;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.function.BooleanSupplier;
import jdk.internal.access.JavaIOFileDescriptorAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;
import sun.nio.ch.Interruptible;

/**
 * What patched classes of {@code sun.nio.ch} call instead of their native methods when a thread of
 * the program runs and the network is simulated. Each method has the descriptor of the native
 * method that it stands for.
 */
public final class SocketHooks {
  /** The simulated network; null before a program runs. */
  public static @Nullable SystemCalls network;

  private static final JavaIOFileDescriptorAccess FILES =
      SharedSecrets.getJavaIOFileDescriptorAccess();

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Bytes of a {@code struct iovec}: an address and a length. */
  private static final int VECTOR_BYTES = 16;

  private SocketHooks() {}

  /** Returns whether the caller is a thread of the program and the network is simulated. */
  public static boolean controlled() {
    return network != null && JdkHooks.controlled();
  }

  private static SystemCalls network() {
    SystemCalls calls = network;
    if (calls == null) {
      throw new IllegalStateException("no simulated network");
    }
    return calls;
  }

  /** The network, for an operation that others can see. */
  private static SystemCalls visible() {
    Hooks.count(-1);
    return network();
  }

  /** Before a socket takes a lock of its own, which others may wait for. */
  public static void lock() {
    if (controlled()) {
      visible().lock();
    }
  }

  /** {@code InetAddress.resolver}. */
  public static InetAddressResolver resolver() {
    return network().resolver();
  }

  /** {@code InetAddress.getLocalHost}. */
  public static InetAddress localHost() {
    return network().localHost();
  }

  /** Part of {@code Thread.interrupt}: ends what {@code thread} waits for on a channel. */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  public static void interrupt(Thread thread, @Nullable Interruptible blocker) {
    if (blocker != null && thread != Thread.currentThread()) {
      blocker.interrupt(thread);
      blocker.postInterrupt();
    }
  }

  /** {@code Net.socket0}. */
  public static int socket(boolean ipv6, boolean stream, boolean reuse, boolean fastLoopback) {
    return network().socket(stream, reuse);
  }

  /** {@code Net.bind0}. */
  public static void bind(
      FileDescriptor fd, boolean ipv6, boolean exclusive, InetAddress address, int port)
      throws IOException {
    visible().bind(FILES.get(fd), address, port);
  }

  /** {@code Net.listen}. */
  public static void listen(FileDescriptor fd, int backlog) throws IOException {
    visible().listen(FILES.get(fd), backlog);
  }

  /** {@code Net.connect0}. */
  public static int connect(boolean ipv6, FileDescriptor fd, InetAddress remote, int port)
      throws IOException {
    return visible().connect(FILES.get(fd), remote, port);
  }

  /** {@code Net.accept}. */
  public static int accept(FileDescriptor fd, FileDescriptor accepted, InetSocketAddress[] from)
      throws IOException {
    int result = visible().accept(FILES.get(fd), from);
    if (result >= 0) {
      FILES.set(accepted, result);
      return 1;
    }
    return result;
  }

  /** {@code Net.shutdown}. */
  public static void shutdown(FileDescriptor fd, int how) throws IOException {
    visible().shutdown(FILES.get(fd), how);
  }

  /** {@code Net.localPort}. */
  public static int localPort(FileDescriptor fd) throws IOException {
    return network().localAddress(FILES.get(fd)).getPort();
  }

  /** {@code Net.localInetAddress}. */
  public static InetAddress localInetAddress(FileDescriptor fd) throws IOException {
    return network().localAddress(FILES.get(fd)).getAddress();
  }

  /** {@code Net.remotePort}. */
  public static int remotePort(FileDescriptor fd) throws IOException {
    return network().remoteAddress(FILES.get(fd)).getPort();
  }

  /** {@code Net.remoteInetAddress}. */
  public static InetAddress remoteInetAddress(FileDescriptor fd) throws IOException {
    return network().remoteAddress(FILES.get(fd)).getAddress();
  }

  /** {@code Net.getIntOption0}. */
  public static int option(FileDescriptor fd, boolean converts, int level, int name)
      throws IOException {
    return network().option(FILES.get(fd), level, name);
  }

  /** {@code Net.setIntOption0}. */
  public static void option(
      FileDescriptor fd, boolean converts, int level, int name, int value, boolean ipv6)
      throws IOException {
    network().option(FILES.get(fd), level, name, value);
  }

  /** {@code Net.poll}; the time-out is in milliseconds. */
  public static int poll(FileDescriptor fd, int events, long millis) throws IOException {
    return visible().poll(FILES.get(fd), events, nanos(millis));
  }

  private static long nanos(long millis) {
    return millis < 0 ? -1 : Math.min(millis, Long.MAX_VALUE / 1_000_000) * 1_000_000;
  }

  /** {@code Poller.poll}: a virtual thread waits; 0 is no time-out. */
  public static void poll(int fd, int event, long nanos, BooleanSupplier open) throws IOException {
    SystemCalls calls = visible();
    if (open.getAsBoolean()) {
      calls.poll(fd, event, nanos <= 0 ? -1 : nanos);
    }
  }

  /** {@code Poller.pollSelector}: a virtual thread waits for a selector; 0 is no time-out. */
  public static void pollSelector(int set, long nanos) {
    visible().epollWait(set, 0, 0, nanos <= 0 ? -1 : nanos);
  }

  /** {@code Poller.stopPoll}: the waiting threads have been woken already. */
  public static void stopPoll(int fd, int event) {}

  /** {@code Poller.stopPoll}: the waiting threads have been woken already. */
  public static void stopPoll(int fd) {}

  /** {@code Net.pollConnect}. */
  public static boolean pollConnect(FileDescriptor fd, long millis) throws IOException {
    return visible().pollConnect(FILES.get(fd), nanos(millis));
  }

  /** {@code UnixAsynchronousSocketChannelImpl.checkConnect}. */
  public static void checkConnect(int fd) throws IOException {
    network().checkConnect(fd);
  }

  /** {@code Net.available}. */
  public static int available(FileDescriptor fd) throws IOException {
    return visible().available(FILES.get(fd));
  }

  /** {@code Net.sendOOB}. */
  public static int sendUrgent(FileDescriptor fd, byte value) throws IOException {
    return visible().sendUrgent(FILES.get(fd), value);
  }

  /** {@code Net.discardOOB}. */
  public static boolean discardUrgent(FileDescriptor fd) {
    return false;
  }

  /** {@code read0} of the dispatchers. */
  public static int read(FileDescriptor fd, long address, int length) throws IOException {
    return visible().read(FILES.get(fd), address, length);
  }

  /** {@code write0} of the dispatchers. */
  public static int write(FileDescriptor fd, long address, int length) throws IOException {
    return visible().write(FILES.get(fd), address, length);
  }

  /** {@code readv0} of the dispatchers. */
  public static long readVector(FileDescriptor fd, long address, int count) throws IOException {
    int length = vectorBytes(address, count);
    long memory = UNSAFE.allocateMemory(Math.max(length, 1));
    try {
      int n = visible().read(FILES.get(fd), memory, length);
      copy(address, count, memory, n, false);
      return n;
    } finally {
      UNSAFE.freeMemory(memory);
    }
  }

  /** {@code writev0} of the dispatchers. */
  public static long writeVector(FileDescriptor fd, long address, int count) throws IOException {
    int length = vectorBytes(address, count);
    long memory = UNSAFE.allocateMemory(Math.max(length, 1));
    try {
      copy(address, count, memory, length, true);
      return visible().write(FILES.get(fd), memory, length);
    } finally {
      UNSAFE.freeMemory(memory);
    }
  }

  private static int vectorBytes(long address, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += UNSAFE.getLong(address + (long) i * VECTOR_BYTES + Long.BYTES);
    }
    return (int) Math.min(sum, Integer.MAX_VALUE);
  }

  /** Copies {@code bytes} between the buffers of a vector and one piece of memory. */
  private static void copy(long vector, int count, long memory, int bytes, boolean gather) {
    int done = 0;
    for (int i = 0; i < count && done < bytes; i++) {
      long buffer = UNSAFE.getLong(vector + (long) i * VECTOR_BYTES);
      long length = UNSAFE.getLong(vector + (long) i * VECTOR_BYTES + Long.BYTES);
      int n = (int) Math.min(length, bytes - done);
      UNSAFE.copyMemory(gather ? buffer : memory + done, gather ? memory + done : buffer, n);
      done += n;
    }
  }

  /** {@code DatagramChannelImpl.receive0}. */
  public static int receive(
      FileDescriptor fd, long address, int length, long sender, boolean connected)
      throws IOException {
    return visible().receive(FILES.get(fd), address, length, sender);
  }

  /** {@code DatagramChannelImpl.send0}. */
  public static int send(FileDescriptor fd, long address, int length, long target, int targetLength)
      throws IOException {
    return visible().send(FILES.get(fd), address, length, targetLength == 0 ? 0 : target);
  }

  /** {@code DatagramChannelImpl.disconnect0}. */
  public static void disconnect(FileDescriptor fd, boolean ipv6) throws IOException {
    visible().disconnect(FILES.get(fd));
  }

  /** {@code Net.joinOrDrop4}. */
  public static int membership(
      boolean join, FileDescriptor fd, int group, int networkInterface, int source)
      throws IOException {
    visible().membership(FILES.get(fd), address(group), join);
    return 0;
  }

  private static InetAddress address(int value) throws UnknownHostException {
    return InetAddress.getByAddress(
        new byte[] {
          (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
        });
  }

  /** {@code Net.setInterface4}: there is one interface. */
  public static void networkInterface(FileDescriptor fd, int address) {}

  /** {@code Net.getInterface4}: there is one interface. */
  public static int networkInterface(FileDescriptor fd) {
    return 0;
  }

  /** {@code UnixDispatcher.preClose0}. */
  public static void preClose(FileDescriptor fd) throws IOException {
    visible().preClose(FILES.get(fd));
  }

  /** {@code UnixDispatcher.close0}. */
  public static void close(FileDescriptor fd) throws IOException {
    visible().close(FILES.get(fd));
  }

  /** {@code UnixFileDispatcherImpl.closeIntFD}. */
  public static void close(int fd) throws IOException {
    visible().close(fd);
  }

  /** {@code IOUtil.configureBlocking}. */
  public static void configureBlocking(FileDescriptor fd, boolean blocking) throws IOException {
    visible().configureBlocking(FILES.get(fd), blocking);
  }

  /** {@code NativeThread.current0}: any number that is not 0 or -1. */
  public static long currentThread() {
    return 1;
  }

  /** {@code NativeThread.signal0}: closing has woken the thread already. */
  public static void signalThread(long thread) {}

  /** {@code EPoll.create}. */
  public static int epollCreate() {
    return network().epollCreate();
  }

  /** {@code EPoll.ctl}. */
  public static int epollControl(int set, int operation, int fd, int events) {
    return visible().epollControl(set, operation, fd, events);
  }

  /** {@code EPoll.wait}; the time-out is in milliseconds. */
  public static int epollWait(int set, long address, int most, int millis) {
    return visible().epollWait(set, address, most, nanos(millis));
  }

  /** {@code EventFD.eventfd0}. */
  public static int eventCounter() {
    return network().eventCounter();
  }

  /** {@code EventFD.set0}. */
  public static int signal(int fd) {
    visible().signal(fd);
    return Long.BYTES;
  }

  /** {@code IOUtil.makePipe}. */
  public static long pipe(boolean blocking) {
    return network().pipe(blocking);
  }

  /** {@code IOUtil.write1}. */
  public static int writeOne(int fd, byte value) {
    visible().signal(fd);
    return 1;
  }

  /** {@code IOUtil.drain}. */
  public static boolean drain(int fd) throws IOException {
    return visible().drain(fd);
  }

  /** {@code IOUtil.drain1}. */
  public static int drainOne(int fd) throws IOException {
    return visible().drain(fd) ? 1 : SystemCalls.UNAVAILABLE;
  }
}
