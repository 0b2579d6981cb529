package heddle.http.wire;

import heddle.http.HttpException;
import heddle.http.net.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What has been read from a transport and not been used yet. Holds no buffer while it holds no
 * bytes.
 */
public final class ByteInput {
  private final Transport transport;
  private byte @Nullable [] buffer;
  private int position;
  private int limit;

  /** An input that has read nothing yet. */
  public ByteInput(Transport transport) {
    this.transport = transport;
  }

  /** Returns the number of bytes in hand. */
  public int available() {
    return limit - position;
  }

  private byte[] array() {
    return buffer != null ? buffer : borrow();
  }

  /**
   * Gives the bytes in hand to {@code parser}; returns the head if it is complete, which is then no
   * longer in hand.
   */
  public @Nullable RequestHead parse(RequestParser parser) throws HttpException {
    RequestHead head = parser.parse(array(), position, limit);
    if (head != null) {
      position += head.bytes();
    }
    return head;
  }

  /** Gives up all bytes in hand. */
  public void skipAll() {
    position = limit;
  }

  /**
   * Reads more behind the bytes in hand, blocking for at least one.
   *
   * @return false at the end of the stream
   */
  public boolean fill() throws IOException {
    byte[] into = room();
    int bytes = transport.read(ByteBuffer.wrap(into, limit, into.length - limit));
    limit += Math.max(0, bytes);
    return bytes > 0;
  }

  /**
   * Waits until there is more to read, or the stream has ended, holding no buffer meanwhile; then
   * reads it.
   *
   * @param tryFirst whether something may well be there already, so that trying costs less than
   *     waiting
   * @return false at the end of the stream
   */
  public boolean fillWhenReady(boolean tryFirst) throws IOException {
    if (tryFirst) {
      byte[] into = room();
      int bytes = transport.readNow(ByteBuffer.wrap(into, limit, into.length - limit));
      if (bytes != 0) {
        limit += Math.max(0, bytes);
        return bytes > 0;
      }
    }
    awaitReadable();
    return fill();
  }

  /** Waits for more, giving the buffer back if nothing is in hand. */
  public void awaitReadable() throws IOException {
    release();
    transport.awaitReadable();
  }

  /** Gives the buffer back if nothing is in hand. */
  public void release() {
    byte[] held = buffer;
    if (held != null && position == limit) {
      buffer = null;
      position = 0;
      limit = 0;
      transport.buffers().give(held);
    }
  }

  /**
   * Reads at least one byte into {@code into}: what is in hand, otherwise from the transport
   * without a detour.
   *
   * @return the number of bytes, or -1 at the end
   */
  public int read(ByteBuffer into) throws IOException {
    if (position == limit) {
      return transport.read(into);
    }
    int bytes = Math.min(available(), into.remaining());
    into.put(array(), position, bytes);
    position += bytes;
    return bytes;
  }

  /**
   * Reads a line that ends with CR LF.
   *
   * @param bytesMax of the line without its end
   * @return the line without its end, or null if it is longer, or ends with a bare line feed
   * @throws EOFException if the stream ends first
   */
  byte @Nullable [] readLine(int bytesMax) throws IOException {
    int scanned = 0;
    while (true) {
      int lineFeed = indexOf((byte) '\n', position + scanned);
      scanned = (lineFeed < 0 ? limit : lineFeed) - position;
      if (scanned > bytesMax + 1) {
        return null;
      }
      if (lineFeed >= 0) {
        byte[] held = array();
        boolean ended = scanned > 0 && held[lineFeed - 1] == '\r';
        byte[] line = ended ? Arrays.copyOfRange(held, position, lineFeed - 1) : null;
        position = lineFeed + 1;
        return line;
      }
      if (!fill()) {
        throw new EOFException("the stream ended inside a line");
      }
    }
  }

  private int indexOf(byte wanted, int from) {
    byte[] held = array();
    for (int i = from; i < limit; i++) {
      if (held[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns the buffer with room behind {@code limit}: bytes move to its front, or to one twice as
   * large.
   */
  private byte[] room() {
    byte[] held = array();
    if (limit < held.length) {
      return held;
    }
    boolean full = available() > held.length / 2;
    byte[] target = full ? new byte[held.length * 2] : held;
    System.arraycopy(held, position, target, 0, available());
    limit -= position;
    position = 0;
    if (full) {
      buffer = target;
      transport.buffers().give(held);
    }
    return target;
  }

  private byte[] borrow() {
    byte[] borrowed = transport.buffers().takeArray();
    buffer = borrowed;
    return borrowed;
  }
}
