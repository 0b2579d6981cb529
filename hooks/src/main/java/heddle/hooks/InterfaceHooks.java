package heddle.hooks;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.Objects;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * What {@code NetworkInterface} calls instead of its native methods when a thread of the program
 * runs: each host has a loopback interface, {@code lo}, and one to the network, {@code eth0}. Each
 * method has the descriptor of the native method that it stands for.
 */
public final class InterfaceHooks {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final Class<?> INTERFACE = NetworkInterface.class;
  private static final Class<?> ADDRESS = InterfaceAddress.class;
  private static final long NAME = UNSAFE.objectFieldOffset(INTERFACE, "name");
  private static final long DISPLAY_NAME = UNSAFE.objectFieldOffset(INTERFACE, "displayName");
  private static final long INDEX = UNSAFE.objectFieldOffset(INTERFACE, "index");
  private static final long ADDRESSES = UNSAFE.objectFieldOffset(INTERFACE, "addrs");
  private static final long BINDINGS = UNSAFE.objectFieldOffset(INTERFACE, "bindings");
  private static final long CHILDREN = UNSAFE.objectFieldOffset(INTERFACE, "childs");
  private static final long BOUND = UNSAFE.objectFieldOffset(ADDRESS, "address");
  private static final long MASK = UNSAFE.objectFieldOffset(ADDRESS, "maskLength");

  private static final String LOOPBACK = "lo";
  private static final String NETWORK = "eth0";

  /** Bytes of one packet: Ethernet's, and Linux's for its loopback. */
  private static final int MTU = 1_500;

  private static final int LOOPBACK_MTU = 65_536;

  private InterfaceHooks() {}

  private static NetworkInterface made(String name, int index, InetAddress at, int mask) {
    try {
      Object binding = UNSAFE.allocateInstance(ADDRESS);
      UNSAFE.putReference(binding, BOUND, at);
      UNSAFE.putShort(binding, MASK, (short) mask);
      Object made = UNSAFE.allocateInstance(INTERFACE);
      UNSAFE.putReference(made, NAME, name);
      UNSAFE.putReference(made, DISPLAY_NAME, name);
      UNSAFE.putInt(made, INDEX, index);
      UNSAFE.putReference(made, ADDRESSES, new InetAddress[] {at});
      UNSAFE.putReference(made, BINDINGS, new InterfaceAddress[] {(InterfaceAddress) binding});
      UNSAFE.putReference(made, CHILDREN, new NetworkInterface[0]);
      return (NetworkInterface) made;
    } catch (InstantiationException e) {
      throw new IllegalStateException(e); // neither class is abstract
    }
  }

  /** {@code getAll}. */
  public static NetworkInterface[] all() {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      InetAddress outside = Objects.requireNonNull(SocketHooks.network).outside();
      return new NetworkInterface[] {made(LOOPBACK, 1, loopback, 8), made(NETWORK, 2, outside, 8)};
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // four bytes are an address
    }
  }

  /** {@code getByName0}. */
  public static @Nullable NetworkInterface byName(String name) {
    for (NetworkInterface each : all()) {
      if (each.getName().equals(name)) {
        return each;
      }
    }
    return null;
  }

  /** {@code getByIndex0}. */
  public static @Nullable NetworkInterface byIndex(int index) {
    for (NetworkInterface each : all()) {
      if (each.getIndex() == index) {
        return each;
      }
    }
    return null;
  }

  /** {@code getByInetAddress0}. */
  public static @Nullable NetworkInterface byAddress(InetAddress address) {
    for (NetworkInterface each : all()) {
      if (each.getInterfaceAddresses().getFirst().getAddress().equals(address)) {
        return each;
      }
    }
    return null;
  }

  /** {@code boundInetAddress0}. */
  public static boolean isBound(InetAddress address) {
    return byAddress(address) != null;
  }

  /** {@code isUp0}. */
  public static boolean isUp(String name, int index) {
    return true;
  }

  /** {@code isLoopback0}. */
  public static boolean isLoopback(String name, int index) {
    return name.equals(LOOPBACK);
  }

  /** {@code supportsMulticast0}: Linux's loopback says no. */
  public static boolean supportsMulticast(String name, int index) {
    return !name.equals(LOOPBACK);
  }

  /** {@code isP2P0}. */
  public static boolean isPointToPoint(String name, int index) {
    return false;
  }

  /** {@code getMacAddr0}: made of the address, as far as it has one. */
  public static byte @Nullable [] hardwareAddress(byte[] address, String name, int index) {
    return name.equals(LOOPBACK) || address.length != 4
        ? null
        : new byte[] {2, 0, address[0], address[1], address[2], address[3]};
  }

  /** {@code getMTU0}. */
  public static int mtu(String name, int index) {
    return name.equals(LOOPBACK) ? LOOPBACK_MTU : MTU;
  }
}
