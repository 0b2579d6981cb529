package heddle.http.net;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** What both carriers do with an accepted connection, and with an {@code accept} that fails. */
final class Accepting {
  /**
   * How long to wait after a failed accept. The usual reason is that the process has no descriptors
   * left: without a pause the loop would spin, since the pending connection keeps the listener
   * ready.
   */
  static final Duration BACK_OFF = Duration.ofMillis(100);

  private static final System.Logger LOG = System.getLogger("heddle.http");

  private Accepting() {}

  /** Small responses must not wait for the acknowledgement of the ones before. */
  static void configure(SocketChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  static void failed(ServerSocketChannel listener, IOException failure) {
    LOG.log(
        Level.WARNING,
        "accept on {0} failed, trying again in {1} ms: {2}",
        listener,
        BACK_OFF.toMillis(),
        failure.getMessage());
  }
}
