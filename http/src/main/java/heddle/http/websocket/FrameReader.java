package heddle.http.websocket;

import heddle.http.RawConnection;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads a client's frames, refusing all that RFC 6455 section 5 does not allow. Used by one thread.
 */
final class FrameReader {
  /** Bytes read at once; more only for a longer frame. */
  private static final int BUFFER_BYTES = 4 * 1024;

  private static final int LAST = 0x80;
  private static final int COMPRESSED = 0x40;
  private static final int RESERVED = 0x30;
  private static final int MASKED = 0x80;
  private static final int MASK_BYTES = 4;

  private final RawConnection connection;
  private final int payloadBytesMax;
  private final boolean compression;
  // Ready to be taken out of; without room while nothing is in hand, so that an idle connection
  // holds no memory.
  private ByteBuffer buffer = ByteBuffer.allocate(0);

  FrameReader(RawConnection connection, int payloadBytesMax, boolean compression) {
    this.connection = connection;
    this.payloadBytesMax = payloadBytesMax;
    this.compression = compression;
  }

  /**
   * Reads the next frame, blocking for it.
   *
   * @throws CloseException if it is not allowed
   * @throws EOFException if the connection ended
   */
  Frame next() throws IOException {
    if (!buffer.hasRemaining()) {
      buffer = ByteBuffer.allocate(0);
      connection.awaitReadable();
    }
    require(2);
    int first = buffer.get() & 0xff;
    int second = buffer.get() & 0xff;
    Frame.Opcode opcode = Frame.Opcode.of(first & 0x0f);
    boolean last = (first & LAST) != 0;
    boolean compressed = (first & COMPRESSED) != 0;
    boolean dataBegins = opcode == Frame.Opcode.TEXT || opcode == Frame.Opcode.BINARY;
    if ((first & RESERVED) != 0 || (compressed && !(compression && dataBegins))) {
      throw broken("a reserved bit is set");
    }
    if ((second & MASKED) == 0) {
      throw broken("a client's frame must be masked");
    }
    long length = length(second & 0x7f);
    if (opcode.isControl() && (!last || length > Frame.CONTROL_BYTES_MAX)) {
      throw broken("a control frame must be whole and short");
    }
    if (length > payloadBytesMax) {
      throw new CloseException(CloseException.TOO_BIG, "the message is too big");
    }
    return new Frame(last, compressed, opcode, payload((int) length));
  }

  private long length(int seven) throws IOException {
    if (seven < 126) {
      return seven;
    }
    if (seven == 126) {
      require(2);
      int length = buffer.getShort() & 0xffff;
      if (length < 126) {
        throw broken("a length must be as short as it can be");
      }
      return length;
    }
    require(8);
    long length = buffer.getLong();
    if (length <= 0xffff) {
      throw broken("a length must be as short as it can be, and not negative");
    }
    return length;
  }

  private byte[] payload(int length) throws IOException {
    require(MASK_BYTES);
    byte[] mask = new byte[MASK_BYTES];
    buffer.get(mask);
    byte[] payload = new byte[length];
    int inHand = Math.min(length, buffer.remaining());
    buffer.get(payload, 0, inHand);
    ByteBuffer rest = ByteBuffer.wrap(payload, inHand, length - inHand);
    while (rest.hasRemaining()) {
      requireMore(connection.read(rest));
    }
    for (int i = 0; i < length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return payload;
  }

  /** Reads until {@code bytes} bytes are in hand. */
  private void require(int bytes) throws IOException {
    if (buffer.remaining() >= bytes) {
      return;
    }
    ByteBuffer larger =
        buffer.capacity() >= BUFFER_BYTES
            ? buffer.compact()
            : ByteBuffer.allocate(BUFFER_BYTES).put(buffer);
    while (larger.position() < bytes) {
      requireMore(connection.read(larger));
    }
    buffer = larger.flip();
  }

  private static void requireMore(int read) throws IOException {
    if (read < 0) {
      throw new EOFException("the connection ended");
    }
  }

  private static CloseException broken(String reason) {
    return new CloseException(CloseException.PROTOCOL_ERROR, reason);
  }
}
