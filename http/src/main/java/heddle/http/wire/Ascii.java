package heddle.http.wire;

import java.nio.charset.StandardCharsets;

/** Bytes as text, where every byte is a character of its own. */
final class Ascii {
  private Ascii() {}

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Returns the method, without making a string for the most usual one. */
  static String method(byte[] bytes, int from, int to) {
    return to - from == 3 && startsWith(bytes, from, "GET") ? "GET" : text(bytes, from, to);
  }

  static boolean startsWith(byte[] bytes, int from, String prefix) {
    for (int i = 0; i < prefix.length(); i++) {
      if (bytes[from + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Returns the value of a hexadecimal digit, or -1. */
  static int hexDigit(int c) {
    if (isDigit(c)) {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
