package heddle.http.websocket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Per-message compression (RFC 7692), each message by itself: no dictionary is kept from one to the
 * next. That compresses repeated small messages less, but a connection holds no window of 32 KiB
 * and no compressor of 256 KiB.
 */
final class Deflate {
  /** The answer to an offer that we take. */
  static final String RESPONSE =
      "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

  /** What a flush ends with; it is not sent (section 7.2.1). */
  private static final byte[] FLUSH_END = {0, 0, (byte) 0xff, (byte) 0xff};

  private static final int STEP_BYTES = 4 * 1024;

  private Deflate() {}

  /**
   * Chooses among a client's offers (section 7.1).
   *
   * @param offers the value of {@code Sec-WebSocket-Extensions}
   * @return what to answer; empty to send without compression
   */
  static Optional<String> choose(String offers) {
    return Arrays.stream(offers.split(",", -1)).anyMatch(Deflate::isAcceptable)
        ? Optional.of(RESPONSE)
        : Optional.empty();
  }

  /** The JDK's compressor has one window size, 2^15: an offer that limits ours cannot be taken. */
  private static boolean isAcceptable(String offer) {
    String[] parts = offer.split(";", -1);
    if (!parts[0].strip().equals("permessage-deflate")) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      boolean known =
          parameter.equals("server_no_context_takeover")
              || parameter.equals("client_no_context_takeover")
              || parameter.matches("client_max_window_bits(=\"?(8|9|1[0-5])\"?)?")
              || parameter.matches("server_max_window_bits=\"?15\"?");
      boolean twice = i > 1 && Arrays.asList(parts).subList(1, i).contains(parts[i]);
      if (!known || twice) {
        return false;
      }
    }
    return true;
  }

  static byte[] compress(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      deflater.setInput(bytes);
      var out = new ByteArrayOutputStream(bytes.length / 2 + 16);
      byte[] step = new byte[STEP_BYTES];
      int made;
      do {
        made = deflater.deflate(step, 0, step.length, Deflater.SYNC_FLUSH);
        out.write(step, 0, made);
      } while (made == step.length);
      byte[] all = out.toByteArray();
      return Arrays.copyOf(all, all.length - FLUSH_END.length);
    }
  }

  /**
   * Decompresses a message.
   *
   * @throws CloseException if it is no deflate stream, or becomes longer than {@code bytesMax}
   */
  static byte[] decompress(byte[] bytes, int bytesMax) throws IOException {
    try (Inflater inflater = new Inflater(true)) {
      byte[] all = Arrays.copyOf(bytes, bytes.length + FLUSH_END.length);
      System.arraycopy(FLUSH_END, 0, all, bytes.length, FLUSH_END.length);
      inflater.setInput(all);
      var out = new ByteArrayOutputStream(bytes.length * 2);
      byte[] step = new byte[STEP_BYTES];
      int made = inflater.inflate(step);
      while (made > 0) {
        out.write(step, 0, made);
        if (out.size() > bytesMax) {
          throw MessageReader.tooBig();
        }
        made = inflater.inflate(step);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new CloseException(CloseException.NOT_UTF_8, "the message is no deflate stream");
    }
  }
}
