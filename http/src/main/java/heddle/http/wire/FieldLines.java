package heddle.http.wire;

import heddle.http.Headers;
import heddle.http.HttpException;
import heddle.http.Limits;
import heddle.http.Status;
import heddle.http.Tokens;
import java.util.Arrays;

/**
 * Collects the field lines of a head or a trailer section (RFC 9112 section 5), each strictly
 * checked.
 */
final class FieldLines {
  /** Room for what a browser sends. */
  private static final int FIELDS_USUAL = 16;

  private static final String[] NONE = new String[0];

  private final Limits limits;
  // Name, value, name, value; empty between two heads, so that an idle connection holds nothing.
  private String[] fields = NONE;
  private int size;
  private int bytesSeen;

  FieldLines(Limits limits) {
    this.limits = limits;
  }

  /**
   * Takes the line from {@code from} to {@code to}, without its end; not empty.
   *
   * @throws HttpException 400 if it is no field line, 431 if the fields are too many or too large
   */
  void add(byte[] bytes, int from, int to) throws HttpException {
    bytesSeen += to - from;
    if (size / 2 >= limits.headerCount() || bytesSeen > limits.headerBytes()) {
      throw new HttpException(Status.HEADERS_TOO_LARGE, "the header is too large");
    }
    int colon = from;
    while (colon < to && Tokens.isTokenCharacter(bytes[colon])) {
      colon++;
    }
    if (colon == from || colon == to || bytes[colon] != ':') {
      throw bad("a header line must be a name, a colon and a value");
    }
    int valueFrom = colon + 1;
    while (valueFrom < to && isBlank(bytes[valueFrom])) {
      valueFrom++;
    }
    int valueTo = to;
    while (valueTo > valueFrom && isBlank(bytes[valueTo - 1])) {
      valueTo--;
    }
    for (int i = valueFrom; i < valueTo; i++) {
      if (!Tokens.isValueCharacter(bytes[i] & 0xff)) {
        throw bad("a header value holds a control character");
      }
    }
    put(Ascii.text(bytes, from, colon), Ascii.text(bytes, valueFrom, valueTo));
  }

  /** Returns the fields collected and begins anew. */
  Headers take() {
    Headers headers = Headers.ofChecked(size == 0 ? NONE : Arrays.copyOf(fields, size));
    fields = NONE;
    size = 0;
    bytesSeen = 0;
    return headers;
  }

  private void put(String name, String value) {
    if (size == fields.length) {
      fields = Arrays.copyOf(fields, Math.max(2 * FIELDS_USUAL, size * 2));
    }
    fields[size] = name;
    fields[size + 1] = value;
    size += 2;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static HttpException bad(String reason) {
    return new HttpException(Status.BAD_REQUEST, reason);
  }
}
