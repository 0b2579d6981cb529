package heddle.http.files;

import java.nio.charset.StandardCharsets;

/** Decoded paths as they stand in a URI (RFC 3986 section 2). */
final class UriText {
  private static final String PLAIN = "-._~!$&'()*+,;=:@/";
  private static final String HEX = "0123456789ABCDEF";

  private UriText() {}

  /** Returns {@code path} percent-encoded, its slashes left as they are. */
  static String encodePath(String path) {
    StringBuilder text = new StringBuilder(path.length() + 16);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        text.append(c);
      } else {
        text.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return text.toString();
  }

  /**
   * Returns {@code text} with what HTML would understand as markup written as character references.
   */
  static String escapeHtml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
