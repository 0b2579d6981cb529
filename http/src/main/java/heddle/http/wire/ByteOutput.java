package heddle.http.wire;

import heddle.http.net.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Collects bytes and writes them to a transport at once. Holds no buffer while it holds no bytes.
 */
public final class ByteOutput {
  private final Transport transport;
  private @Nullable ByteBuffer buffer;
  private long bytes;

  /** An output that has written nothing yet. */
  public ByteOutput(Transport transport) {
    this.transport = transport;
  }

  /** Returns the number of bytes given to this output since it was made. */
  public long bytes() {
    return bytes;
  }

  /** Takes all of {@code from}, writing to the transport when the buffer is full. */
  public void write(byte[] from) throws IOException {
    write(from, 0, from.length);
  }

  /**
   * Takes {@code count} bytes of {@code from}, writing to the transport when the buffer is full.
   */
  public void write(byte[] from, int offset, int count) throws IOException {
    bytes += count;
    int taken = 0;
    while (taken < count) {
      ByteBuffer into = buffer();
      int now = Math.min(count - taken, into.remaining());
      into.put(from, offset + taken, now);
      taken += now;
      if (!into.hasRemaining()) {
        flush();
      }
    }
  }

  /** Sends part of a file after what has been taken before. */
  public void transfer(FileChannel file, long position, long count) throws IOException {
    flush();
    transport.transfer(file, position, count);
    bytes += count;
  }

  /** Writes what has been taken to the transport, blocking while the peer does not read. */
  public void flush() throws IOException {
    ByteBuffer held = buffer;
    if (held != null) {
      try {
        transport.write(held.flip());
      } finally {
        buffer = null;
        transport.buffers().give(held);
      }
    }
  }

  private ByteBuffer buffer() {
    ByteBuffer held = buffer;
    if (held == null) {
      held = transport.buffers().takeDirect();
      buffer = held;
    }
    return held;
  }
}
