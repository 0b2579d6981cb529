package heddle.engine.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import jdk.internal.misc.Unsafe;

/** Addresses as the operating system lays them out in memory: {@code struct sockaddr_in}. */
final class SocketAddresses {
  /** {@code AF_INET}, the same on all systems. */
  private static final short INET = 2;

  private static final int PORT = 2;
  private static final int ADDRESS = 4;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private SocketAddresses() {}

  /** Writes {@code address} to memory. */
  static void encode(InetSocketAddress address, long at) {
    UNSAFE.putShort(at, INET);
    UNSAFE.putByte(at + PORT, (byte) (address.getPort() >>> 8));
    UNSAFE.putByte(at + PORT + 1, (byte) address.getPort());
    byte[] bytes = address.getAddress().getAddress();
    for (int i = 0; i < bytes.length; i++) {
      UNSAFE.putByte(at + ADDRESS + i, bytes[i]);
    }
  }

  /** Reads an address from memory. */
  static InetSocketAddress decode(long at) throws IOException {
    int port = (UNSAFE.getByte(at + PORT) & 0xFF) << 8 | (UNSAFE.getByte(at + PORT + 1) & 0xFF);
    byte[] bytes = new byte[4];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = UNSAFE.getByte(at + ADDRESS + i);
    }
    return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
  }
}
