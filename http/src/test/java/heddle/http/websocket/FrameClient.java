package heddle.http.websocket;

import heddle.http.server.RawClient;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A WebSocket client that sends any frame, allowed or not. */
final class FrameClient implements Closeable {
  private static final byte[] MASK = {1, 2, 3, 4};

  private final RawClient client;
  private final DataInputStream in;

  private FrameClient(RawClient client) {
    this.client = client;
    this.in = new DataInputStream(client.in());
  }

  static FrameClient open(int port, String fields) throws IOException {
    RawClient client = RawClient.connect(port);
    client.send(handshake(fields));
    RawClient.Reply reply = client.reply();
    if (reply.status() != 101) {
      throw new IOException("no upgrade: " + reply);
    }
    return new FrameClient(client);
  }

  static String handshake(String fields) {
    return "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + fields
        + "\r\n";
  }

  /** Sends a masked frame whose first byte is {@code first}. */
  FrameClient send(int first, byte[] payload) throws IOException {
    return raw(frame(first, payload));
  }

  FrameClient send(int first, String payload) throws IOException {
    return send(first, payload.getBytes(StandardCharsets.UTF_8));
  }

  FrameClient raw(byte[] bytes) throws IOException {
    client.send(bytes);
    return this;
  }

  static byte[] frame(int first, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65_536) {
      frame.put((byte) 0xfe).putShort((short) payload.length);
    } else {
      frame.put((byte) 0xff).putLong(payload.length);
    }
    frame.put(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ MASK[i & 3]));
    }
    byte[] bytes = new byte[frame.flip().remaining()];
    frame.get(bytes);
    return bytes;
  }

  /** Reads a frame: its first byte in hexadecimal and its payload, of a close the code. */
  String next() throws IOException {
    int first = in.readUnsignedByte();
    byte[] payload = payload();
    String shown =
        (first & 15) == 8 && payload.length >= 2
            ? String.valueOf(ByteBuffer.wrap(payload).getShort() & 0xffff)
            : new String(payload, StandardCharsets.UTF_8);
    return String.format(Locale.ROOT, "%02x ", first) + shown;
  }

  /** Reads a frame's payload after its first byte. */
  byte[] payload() throws IOException {
    int seven = in.readUnsignedByte();
    long length = seven < 126 ? seven : seven == 126 ? in.readUnsignedShort() : in.readLong();
    byte[] payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return payload;
  }

  int firstByte() throws IOException {
    return in.readUnsignedByte();
  }

  boolean isClosed() throws IOException {
    return client.isClosed();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
