package heddle.http.websocket;

import heddle.http.HttpException;
import heddle.http.RawConnection;
import heddle.http.Request;
import heddle.http.Response;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One WebSocket connection. One thread receives; any thread may send. Sending blocks while the peer
 * does not read, which is the back-pressure: who must not wait has a queue of its own.
 */
public final class WebSocket {
  /** Messages shorter than this are not worth compressing. */
  private static final int COMPRESSED_BYTES_MIN = 128;

  /** How long a peer that has been told goodbye may take to say it too. */
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

  /** How long what a peer sends after it broke the protocol is read away. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private static final int DISCARD_STEP_BYTES = 4 * 1024;

  private static final int LAST = 0x80;
  private static final int COMPRESSED = 0x40;
  private static final byte[] NOTHING = {};

  private final RawConnection connection;
  private final WebSocketSettings settings;
  private final boolean compression;
  private final FrameReader frames;
  private final MessageReader messages;
  private final String protocol;
  private final ReentrantLock sending = new ReentrantLock();
  private boolean closeSent; // guarded by sending
  // The receiving thread's.
  private boolean closeReceived;
  // Written by the receiving thread; anyone may ask.
  private volatile int closeCode = CloseException.NO_CODE;

  WebSocket(
      RawConnection connection, WebSocketSettings settings, boolean compression, String protocol) {
    this.connection = connection;
    this.settings = settings;
    this.compression = compression;
    this.protocol = protocol;
    this.frames = new FrameReader(connection, settings.messageBytesMax(), compression);
    this.messages = new MessageReader(settings.messageBytesMax());
  }

  /** Speaks with one client. */
  @FunctionalInterface
  public interface Conversation {
    /**
     * Receives and sends until it has nothing more to say; the connection is closed when it
     * returns.
     *
     * @throws IOException if the peer is gone; let it pass
     */
    void run(WebSocket socket) throws IOException;
  }

  /**
   * Answers an opening handshake (RFC 6455 section 4.2) with a response after which {@code
   * conversation} has the connection.
   *
   * @throws HttpException 400 if the request is no handshake, 426 if its version is unknown, 403 if
   *     the page that asks is of another origin
   */
  public static Response upgrade(
      Request request, WebSocketSettings settings, Conversation conversation) throws HttpException {
    return Handshake.answer(request, settings, conversation);
  }

  /** Returns the subprotocol agreed on; empty if none. */
  public String protocol() {
    return protocol;
  }

  /** Returns the code with which the peer closed; 1005 if it gave none or has not closed. */
  public int closeCode() {
    return closeCode;
  }

  /**
   * Receives the next message, blocking for it; answers pings meanwhile.
   *
   * @return the message; empty once the peer has closed
   * @throws IOException if the connection broke, was silent for too long, or the peer broke the
   *     protocol (it has been told)
   */
  public Optional<Message> receive() throws IOException {
    try {
      while (!closeReceived) {
        connection.readDeadline(settings.idle());
        Frame frame = frames.next();
        switch (frame.opcode()) {
          case TEXT, BINARY, CONTINUATION -> {
            Optional<Message> message = messages.take(frame);
            if (message.isPresent()) {
              return message;
            }
          }
          case PING -> send(Frame.Opcode.PONG, frame.payload());
          case PONG -> {} // that it came is all that counts
          case CLOSE -> answerClose(frame.payload());
        }
      }
      return Optional.empty();
    } catch (CloseException e) {
      close(e.code(), String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** Sends a message, blocking while the peer does not read. */
  public void send(Message message) throws IOException {
    switch (message) {
      case Message.Text(String text) -> send(text);
      case Message.Binary(byte[] bytes) -> send(Frame.Opcode.BINARY, bytes);
    }
  }

  /** Sends a text. */
  public void send(String text) throws IOException {
    send(Frame.Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Asks the peer for a sign of life, which lets {@link #receive} wait longer. */
  public void ping() throws IOException {
    send(Frame.Opcode.PING, NOTHING);
  }

  /**
   * Tells the peer that nothing more will be sent. {@link #receive} still gives what the peer sends
   * until it closes too. Later calls do nothing.
   *
   * @param code 1000 for a usual end, 1001 for a server that stops, 3000 to 4999 for reasons of
   *     one's own
   * @param reason at most 123 bytes of UTF-8; longer ones are left out
   */
  public void close(int code, String reason) throws IOException {
    if (!CloseException.maySend(code)) {
      throw new IllegalArgumentException("code: expected one that may be sent, got " + code);
    }
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    boolean fits = text.length + 2 <= Frame.CONTROL_BYTES_MAX;
    ByteBuffer payload = ByteBuffer.allocate(fits ? text.length + 2 : 2);
    payload.putShort((short) code);
    if (fits) {
      payload.put(text);
    }
    send(Frame.Opcode.CLOSE, payload.array());
  }

  /** Says goodbye if that has not been done, and reads until the peer has too. */
  void finish(int code) throws IOException {
    close(code, "");
    long endNanos = System.nanoTime() + CLOSE_WAIT.toNanos();
    try {
      while (!closeReceived && System.nanoTime() - endNanos < 0) {
        connection.readDeadline(CLOSE_WAIT);
        if (frames.next().opcode() == Frame.Opcode.CLOSE) {
          return;
        }
      }
    } catch (IOException e) {
      // It did not say goodbye; the connection is closed all the same.
    }
  }

  /**
   * Reads a moment what the peer still sends: closing before would reset the connection, and the
   * goodbye with it.
   *
   * @throws IOException if the connection broke
   */
  void discard() throws IOException {
    connection.shutdownOutput();
    connection.readDeadline(LINGER);
    ByteBuffer buffer = ByteBuffer.allocate(DISCARD_STEP_BYTES);
    long endNanos = System.nanoTime() + LINGER.toNanos();
    while (System.nanoTime() - endNanos < 0 && connection.read(buffer.clear()) >= 0) {
      // nobody wants it
    }
  }

  private void answerClose(byte[] payload) throws IOException {
    closeReceived = true;
    if (payload.length == 0) {
      send(Frame.Opcode.CLOSE, NOTHING);
      return;
    }
    if (payload.length == 1) {
      throw new CloseException(CloseException.PROTOCOL_ERROR, "a close code has two bytes");
    }
    int code = (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
    if (!CloseException.maySend(code)) {
      throw new CloseException(CloseException.PROTOCOL_ERROR, "the close code is not allowed");
    }
    if (!Utf8.isValid(payload, 2)) {
      throw new CloseException(CloseException.NOT_UTF_8, "text must be UTF-8");
    }
    closeCode = code;
    close(code, "");
  }

  private void send(Frame.Opcode opcode, byte[] payload) throws IOException {
    boolean compress = compression && !opcode.isControl() && payload.length >= COMPRESSED_BYTES_MIN;
    byte[] bytes = compress ? Deflate.compress(payload) : payload;
    ByteBuffer frame = ByteBuffer.allocate(bytes.length + 10);
    frame.put((byte) (LAST | (compress ? COMPRESSED : 0) | opcode.number()));
    if (bytes.length <= Frame.CONTROL_BYTES_MAX) {
      frame.put((byte) bytes.length);
    } else if (bytes.length <= 0xffff) {
      frame.put((byte) 126).putShort((short) bytes.length);
    } else {
      frame.put((byte) 127).putLong(bytes.length);
    }
    frame.put(bytes).flip();
    sending.lock();
    try {
      if (closeSent) {
        if (opcode == Frame.Opcode.TEXT || opcode == Frame.Opcode.BINARY) {
          throw new IOException("the socket has been closed");
        }
        return;
      }
      closeSent = opcode == Frame.Opcode.CLOSE;
      connection.write(frame);
    } finally {
      sending.unlock();
    }
  }
}
