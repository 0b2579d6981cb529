package heddle.http.websocket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages together from their frames (RFC 6455 section 5.4). Text is decoded frame by frame,
 * so that what is not UTF-8 is refused before the message has ended. Used by one thread.
 */
final class MessageReader {
  private final int messageBytesMax;
  private Frame.@Nullable Opcode opcode;
  private boolean compressed;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
  private StringBuilder text = new StringBuilder(0);
  private CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private byte[] undecoded = {};
  private int size;

  MessageReader(int messageBytesMax) {
    this.messageBytesMax = messageBytesMax;
  }

  /**
   * Takes a frame that is no control frame.
   *
   * @return the message, if the frame ends it
   * @throws CloseException if the frame is out of place, the message too big or no UTF-8
   */
  Optional<Message> take(Frame frame) throws IOException {
    boolean continues = frame.opcode() == Frame.Opcode.CONTINUATION;
    if (continues != (opcode != null)) {
      throw new CloseException(
          CloseException.PROTOCOL_ERROR, "a fragment is missing or out of place");
    }
    if (!continues) {
      opcode = frame.opcode();
      compressed = frame.compressed();
    }
    size += frame.payload().length;
    if (size > messageBytesMax) {
      throw tooBig();
    }
    if (opcode == Frame.Opcode.TEXT && !compressed) {
      decode(frame.payload(), frame.last());
    } else {
      bytes.writeBytes(frame.payload());
    }
    return frame.last() ? Optional.of(finish()) : Optional.empty();
  }

  private Message finish() throws IOException {
    byte[] whole = bytes.toByteArray();
    if (compressed) {
      whole = Deflate.decompress(whole, messageBytesMax);
    }
    if (compressed && opcode == Frame.Opcode.TEXT) {
      decode(whole, true);
    }
    Message message =
        opcode == Frame.Opcode.TEXT ? new Message.Text(text.toString()) : new Message.Binary(whole);
    opcode = null;
    size = 0;
    bytes.reset();
    text = new StringBuilder(0);
    return message;
  }

  private void decode(byte[] payload, boolean last) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(undecoded.length + payload.length);
    in.put(undecoded).put(payload).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    decoder.onMalformedInput(CodingErrorAction.REPORT);
    boolean broken = decoder.decode(in, out, last).isError();
    if (broken || (last && decoder.flush(out).isError())) {
      throw new CloseException(CloseException.NOT_UTF_8, "text must be UTF-8");
    }
    text.append(out.flip());
    undecoded = new byte[in.remaining()];
    in.get(undecoded);
    if (last) {
      decoder = StandardCharsets.UTF_8.newDecoder();
    }
  }

  static CloseException tooBig() {
    return new CloseException(CloseException.TOO_BIG, "the message is too big");
  }
}
