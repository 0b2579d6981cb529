package heddle.engine.trace;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a message, as far as a person wants to see them.
 *
 * @param bytes how many there are
 * @param text the first of them: as text, where bytes that are no character stand as {@code \xc3},
 *     or in hexadecimal, {@code ca fe}
 * @param form how {@code text} is to be read
 * @param more whether there are more than {@code text} shows
 * @param cutsCharacter whether they begin or end inside a character of UTF-8
 */
public record Payload(int bytes, String text, Form form, boolean more, boolean cutsCharacter) {
  /** What carries no bytes. */
  public static final Payload NONE = new Payload(0, "", Form.UTF_8, false, false);

  /** Bytes of a message that are shown. */
  private static final int SHOWN_MAX = 60;

  /** Bytes that are shown in hexadecimal, where each takes three columns. */
  private static final int HEX_SHOWN_MAX = 16;

  /** The longest character of UTF-8 (RFC 3629, section 3), in bytes. */
  private static final int CHARACTER_BYTES_MAX = 4;

  /** How the bytes are shown. */
  public enum Form {
    /** As text in UTF-8. */
    UTF_8,
    /** Two hexadecimal digits a byte, because they are not text. */
    HEX
  }

  /** Returns what to show of {@code bytes}, which may be of any length. */
  public static Payload of(byte[] bytes) {
    if (bytes.length == 0) {
      return NONE;
    }
    int end = bytes.length - unfinished(bytes);
    int begin = Math.min(continuations(bytes), end);
    StringBuilder text = new StringBuilder();
    int shown = Math.min(end, SHOWN_MAX);
    hex(text, "\\x", bytes, 0, Math.min(begin, shown));
    int strange = begin + decode(bytes, begin, shown, text);
    if (shown == end) {
      hex(text, "\\x", bytes, end, bytes.length);
      strange += bytes.length - end;
    }
    boolean isText = strange * 2 <= Math.min(bytes.length, SHOWN_MAX);
    boolean wellFormed = decode(bytes, begin, end, new StringBuilder()) == 0;
    boolean cut = wellFormed && (begin > 0 || end < bytes.length);
    if (isText) {
      return new Payload(bytes.length, text.toString(), Form.UTF_8, shown < end, cut);
    }
    StringBuilder digits = new StringBuilder();
    int some = Math.min(bytes.length, HEX_SHOWN_MAX);
    hex(digits, " ", bytes, 0, some);
    return new Payload(bytes.length, digits.substring(1), Form.HEX, some < bytes.length, cut);
  }

  /** Returns how many bytes at the beginning belong to a character that began before. */
  private static int continuations(byte[] bytes) {
    int count = 0;
    while (count < bytes.length && count < CHARACTER_BYTES_MAX && (bytes[count] & 0xC0) == 0x80) {
      count++;
    }
    return count < CHARACTER_BYTES_MAX ? count : 0;
  }

  /** Returns how many bytes at the end belong to a character that goes on after them. */
  private static int unfinished(byte[] bytes) {
    for (int back = 1; back < CHARACTER_BYTES_MAX && back <= bytes.length; back++) {
      int value = bytes[bytes.length - back] & 0xFF;
      if (value >= 0xC0) {
        int length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
        return value < 0xF8 && length > back ? back : 0;
      } else if (value < 0x80) {
        return 0;
      }
    }
    return 0;
  }

  /** Appends the text of the bytes, and returns how many of them are no text. */
  private static int decode(byte[] bytes, int from, int to, StringBuilder text) {
    if (from >= to) {
      return 0;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from);
    int strange = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      out.flip();
      strange +=
          (int) out.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t').count();
      text.append(out);
      out.clear();
      if (!result.isError()) {
        return strange;
      }
      boolean cutByUs = in.position() + result.length() >= to && to < bytes.length;
      if (!cutByUs) {
        hex(text, "\\x", bytes, in.position(), in.position() + result.length());
        strange += result.length();
      }
      in.position(in.position() + result.length());
    }
  }

  private static void hex(StringBuilder text, String before, byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      text.append(before)
          .append(Character.forDigit(bytes[i] >> 4 & 0xF, 16))
          .append(Character.forDigit(bytes[i] & 0xF, 16));
    }
  }

  /** Returns what is shown: {@code "ab"}, {@code 0xcafe}, or nothing when there are no bytes. */
  public String excerpt() {
    if (bytes == 0) {
      return "";
    }
    String shown = Printable.line(text) + (more ? "…" : "");
    return form == Form.UTF_8 ? "\"" + shown + "\"" : "0x" + shown.replace(" ", "");
  }

  /** Returns how many bytes there are, and which: {@code 2 bytes "ab"}; empty for none. */
  public String words() {
    return bytes == 0 ? "" : count(bytes) + " " + excerpt();
  }

  /** Returns a number of bytes in words. */
  static String count(int bytes) {
    return bytes == 1 ? "1 byte" : bytes + " bytes";
  }
}
