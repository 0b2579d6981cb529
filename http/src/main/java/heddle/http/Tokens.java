package heddle.http;

/**
 * The character classes of HTTP's grammar (RFC 9110 section 5.6 and 5.5), one table for reader and
 * writer.
 */
public final class Tokens {
  private static final boolean[] TOKEN = new boolean[128];

  static {
    for (char c = '0'; c <= 'z'; c++) {
      TOKEN[c] = Character.isLetterOrDigit(c);
    }
    for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
      TOKEN[c] = true;
    }
  }

  private Tokens() {}

  /** Returns whether {@code c} may stand in a method or a field name. */
  public static boolean isTokenCharacter(int c) {
    return c >= 0 && c < TOKEN.length && TOKEN[c];
  }

  /** Returns whether {@code c} may stand in a field value: visible, space, tab, or above ASCII. */
  public static boolean isValueCharacter(int c) {
    return c >= ' ' ? c != 0x7f && c <= 0xff : c == '\t';
  }

  /** Returns whether {@code text} is a token: not empty, and of token characters only. */
  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isTokenCharacter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * Returns whether {@code text} can be sent as a field value without changing its meaning on the
   * way.
   */
  public static boolean isFieldValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isValueCharacter(text.charAt(i))) {
        return false;
      }
    }
    return text.isEmpty() || (!isBlank(text.charAt(0)) && !isBlank(text.charAt(text.length() - 1)));
  }

  /**
   * Returns whether the comma-separated list {@code value} holds {@code token}, whatever its case.
   */
  public static boolean listHolds(String value, String token) {
    int start = 0;
    while (start <= value.length()) {
      int comma = value.indexOf(',', start);
      int end = comma < 0 ? value.length() : comma;
      if (value.substring(start, end).strip().equalsIgnoreCase(token)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
