package heddle.engine.weave;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which native methods beneath the JDK's sockets are answered by the simulated network when a
 * thread of the program calls them. Everything above, from {@code Socket} to {@code HttpClient}, is
 * the JDK's own code, so it does and throws what it always does.
 *
 * <p>The names are those of the JDK on Linux. Where a class is missing, sockets are not
 * controllable.
 */
final class SocketPatches {
  private static final ClassDesc HOOKS = ClassDesc.of("heddle.hooks.SocketHooks");
  private static final ClassDesc INTERFACE_HOOKS = ClassDesc.of("heddle.hooks.InterfaceHooks");
  private static final Set<String> LOCKING = Set.of("lock", "tryLock", "lockInterruptibly");
  private static final MethodTypeDesc IS = MethodTypeDesc.of(CD_boolean);

  /** Classes that call the native methods, or wait inside monitors of their own. */
  static final List<String> PATCHED =
      List.of(
          "sun.nio.ch.Net",
          "sun.nio.ch.IOUtil",
          "sun.nio.ch.SocketDispatcher",
          "sun.nio.ch.DatagramDispatcher",
          "sun.nio.ch.UnixDispatcher",
          "sun.nio.ch.NativeDispatcher",
          "sun.nio.ch.NativeThread",
          "sun.nio.ch.NativeThreadSet",
          "sun.nio.ch.NioSocketImpl",
          "sun.nio.ch.SelChImpl",
          "sun.nio.ch.SocketChannelImpl",
          "sun.nio.ch.ServerSocketChannelImpl",
          "sun.nio.ch.DatagramChannelImpl",
          "sun.nio.ch.DatagramSocketAdaptor",
          "sun.nio.ch.SourceChannelImpl",
          "sun.nio.ch.SinkChannelImpl",
          "sun.nio.ch.PipeImpl",
          "sun.nio.ch.SelectorImpl",
          "sun.nio.ch.EPollSelectorImpl",
          "sun.nio.ch.EventFD",
          "sun.nio.ch.EPollPort",
          "sun.nio.ch.ChannelInputStream",
          "sun.nio.ch.ChannelOutputStream",
          "sun.nio.ch.PendingFuture",
          "sun.nio.ch.AsynchronousSocketChannelImpl",
          "sun.nio.ch.AsynchronousServerSocketChannelImpl",
          "sun.nio.ch.UnixAsynchronousSocketChannelImpl",
          "sun.nio.ch.UnixAsynchronousServerSocketChannelImpl",
          "java.nio.channels.spi.AbstractInterruptibleChannel",
          "java.nio.channels.spi.AbstractSelectableChannel",
          "java.nio.channels.spi.AbstractSelector",
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.SocksSocketImpl",
          "java.net.InetAddress",
          "java.net.NetMulticastSocket",
          "java.net.NetworkInterface",
          "java.io.BufferedReader",
          "java.io.BufferedWriter",
          "java.io.PrintWriter",
          "java.io.PushbackReader",
          "java.io.FilterOutputStream",
          "sun.nio.cs.StreamDecoder",
          "sun.nio.cs.StreamEncoder");

  /** The hook for each native method, by owner, name and descriptor. */
  private static final Map<String, String> NATIVES =
      Map.ofEntries(
          net("socket0", "socket"),
          net("bind0", "bind"),
          net("listen", "listen"),
          net("connect0", "connect"),
          net("accept", "accept"),
          net("shutdown", "shutdown"),
          net("localPort", "localPort"),
          net("localInetAddress", "localInetAddress"),
          net("remotePort", "remotePort"),
          net("remoteInetAddress", "remoteInetAddress"),
          net("getIntOption0", "option"),
          net("setIntOption0", "option"),
          net("poll", "poll"),
          net("pollConnect", "pollConnect"),
          net("available", "available"),
          net("sendOOB", "sendUrgent"),
          net("discardOOB", "discardUrgent"),
          net("joinOrDrop4", "membership"),
          net("setInterface4", "networkInterface"),
          net("getInterface4", "networkInterface"),
          Map.entry("sun/nio/ch/SocketDispatcher.read0", "read"),
          Map.entry("sun/nio/ch/SocketDispatcher.readv0", "readVector"),
          Map.entry("sun/nio/ch/SocketDispatcher.write0", "write"),
          Map.entry("sun/nio/ch/SocketDispatcher.writev0", "writeVector"),
          Map.entry("sun/nio/ch/DatagramDispatcher.read0", "read"),
          Map.entry("sun/nio/ch/DatagramDispatcher.readv0", "readVector"),
          Map.entry("sun/nio/ch/DatagramDispatcher.write0", "write"),
          Map.entry("sun/nio/ch/DatagramDispatcher.writev0", "writeVector"),
          Map.entry("sun/nio/ch/DatagramChannelImpl.receive0", "receive"),
          Map.entry("sun/nio/ch/DatagramChannelImpl.send0", "send"),
          Map.entry("sun/nio/ch/DatagramChannelImpl.disconnect0", "disconnect"),
          Map.entry("sun/nio/ch/UnixDispatcher.close0", "close"),
          Map.entry("sun/nio/ch/UnixDispatcher.preClose0", "preClose"),
          Map.entry("sun/nio/ch/FileDispatcherImpl.closeIntFD", "close"),
          Map.entry("sun/nio/ch/UnixFileDispatcherImpl.closeIntFD", "close"),
          Map.entry("sun/nio/ch/IOUtil.configureBlocking", "configureBlocking"),
          Map.entry("sun/nio/ch/IOUtil.makePipe", "pipe"),
          Map.entry("sun/nio/ch/IOUtil.write1", "writeOne"),
          Map.entry("sun/nio/ch/IOUtil.drain", "drain"),
          Map.entry("sun/nio/ch/IOUtil.drain1", "drainOne"),
          Map.entry("sun/nio/ch/NativeThread.current0", "currentThread"),
          Map.entry("sun/nio/ch/NativeThread.signal0", "signalThread"),
          Map.entry("sun/nio/ch/Poller.poll", "poll"),
          Map.entry("sun/nio/ch/Poller.pollSelector", "pollSelector"),
          Map.entry("sun/nio/ch/Poller.stopPoll", "stopPoll"),
          Map.entry("sun/nio/ch/EPoll.create", "epollCreate"),
          Map.entry("sun/nio/ch/EPoll.ctl", "epollControl"),
          Map.entry("sun/nio/ch/EPoll.wait", "epollWait"),
          Map.entry("sun/nio/ch/EventFD.eventfd0", "eventCounter"),
          Map.entry("sun/nio/ch/EventFD.set0", "signal"),
          Map.entry("sun/nio/ch/UnixAsynchronousSocketChannelImpl.checkConnect", "checkConnect"),
          Map.entry("java/net/InetAddress.resolver", "resolver"));

  /** The type of the hook that interrupts what a thread waits for on a channel. */
  static final MethodTypeDesc INTERRUPT =
      MethodTypeDesc.ofDescriptor("(Ljava/lang/Thread;Lsun/nio/ch/Interruptible;)V");

  private SocketPatches() {}

  /** The head of {@code InetAddress.getLocalHost}: the simulated host's own address. */
  static void localHost(CodeBuilder code) {
    MethodTypeDesc type = MethodTypeDesc.of(ClassDesc.of("java.net.InetAddress"));
    code.invokestatic(HOOKS, "controlled", IS)
        .ifThen(block -> block.invokestatic(HOOKS, "localHost", type).areturn());
  }

  /** Hooks of {@code InterfaceHooks}, by the name of the native method. */
  private static final Map<String, String> INTERFACES =
      Map.ofEntries(
          Map.entry("getAll", "all"),
          Map.entry("getByName0", "byName"),
          Map.entry("getByIndex0", "byIndex"),
          Map.entry("getByInetAddress0", "byAddress"),
          Map.entry("boundInetAddress0", "isBound"),
          Map.entry("isUp0", "isUp"),
          Map.entry("isLoopback0", "isLoopback"),
          Map.entry("supportsMulticast0", "supportsMulticast"),
          Map.entry("isP2P0", "isPointToPoint"),
          Map.entry("getMacAddr0", "hardwareAddress"),
          Map.entry("getMTU0", "mtu"));

  private static Map.Entry<String, String> net(String name, String hook) {
    return Map.entry("sun/nio/ch/Net." + name, hook);
  }

  /** Returns whether monitors of {@code type} are to be the engine's as well as the JVM's. */
  static boolean sharesMonitors(String type) {
    return PATCHED.contains(type);
  }

  /**
   * Before {@code call} in {@code type}, where it takes a lock of a socket: others can see who
   * takes it first, and in which order the bytes of two writers are sent follows from that.
   */
  static void beforeLock(CodeBuilder code, String type, InvokeInstruction call) {
    if (sharesMonitors(type)
        && call.owner().asInternalName().equals("java/util/concurrent/locks/ReentrantLock")
        && LOCKING.contains(call.name().stringValue())) {
      code.invokestatic(HOOKS, "lock", MethodTypeDesc.of(CD_void));
    }
  }

  /**
   * Replaces {@code call} where it is one that the network answers; returns whether it is. The
   * arguments lie on the stack in either case.
   */
  static boolean replace(CodeBuilder code, InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    boolean ofInterface = owner.equals("java/net/NetworkInterface");
    String hook = ofInterface ? INTERFACES.get(name) : NATIVES.get(owner + "." + name);
    if (hook == null) {
      return false;
    }
    ClassDesc hooks = ofInterface ? INTERFACE_HOOKS : HOOKS;
    Label real = code.newLabel();
    Label done = code.newLabel();
    code.invokestatic(HOOKS, "controlled", IS).ifeq(real);
    code.invokestatic(hooks, hook, call.typeSymbol());
    code.goto_(done).labelBinding(real).with(call).labelBinding(done);
    return true;
  }
}
