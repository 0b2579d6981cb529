package heddle.http.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Connects to other servers. */
public final class ClientTransport {
  // Connections to other servers are few and long-lived: one pool for all.
  private static final BufferPool BUFFERS = new BufferPool();

  private ClientTransport() {}

  /**
   * Connects.
   *
   * @param wait how long that may take
   * @param wheel ends the waits of the connection
   * @throws IOException if nobody listens there, or not in time
   */
  public static Transport connect(InetSocketAddress address, Duration wait, DeadlineWheel wheel)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.socket().connect(address, Math.toIntExact(wait.toMillis()));
      Accepting.configure(channel);
      return new BlockingTransport(channel, wheel, BUFFERS);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
