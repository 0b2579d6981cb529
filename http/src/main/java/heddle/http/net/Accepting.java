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
    log(
        Level.WARNING,
        "accept on " + listener + " failed, trying again soon: " + failure.getMessage());
  }

  /**
   * Logs, whatever happens: where descriptors are lacking, even loading a class may fail, and a
   * thread that serves everybody must not end by that.
   */
  static void log(Level level, String message) {
    try {
      LOG.log(level, message);
    } catch (RuntimeException | Error e) {
      // There is no one left to tell.
    }
  }
}
