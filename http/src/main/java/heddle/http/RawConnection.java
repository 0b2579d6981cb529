package heddle.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The bytes of a connection after an upgrade. One thread may read while another writes. Reads see
 * first what the client sent right after its request.
 */
public interface RawConnection {
  /** Blocks until there is something to read; holds no buffer meanwhile. */
  void awaitReadable() throws IOException;

  /** Reads at least one byte, blocking for it; returns -1 at the end. */
  int read(ByteBuffer into) throws IOException;

  /** Writes all of {@code from}, blocking while the peer does not read. */
  void write(ByteBuffer from) throws IOException;

  /** Ends this side's stream. */
  void shutdownOutput() throws IOException;

  /** Closes both directions; blocked calls get an {@link IOException}. Idempotent, any thread. */
  void close();

  /**
   * Makes reads fail from {@code wait} from now on. The last call holds, unless it came too late.
   */
  void readDeadline(Duration wait);

  /** Makes a write fail during which the peer takes nothing for {@code pause}. */
  void writePause(Duration pause);
}
