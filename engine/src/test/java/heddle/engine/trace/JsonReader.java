package heddle.engine.trace;

/**
 * Accepts JSON as RFC 8259 defines it, and nothing else: what our writer makes must get through.
 */
final class JsonReader {
  private final String text;
  private int at;

  JsonReader(String text) {
    this.text = text;
  }

  /** Throws unless the whole text is one value. */
  void readAll() {
    value();
    blanks();
    if (at != text.length()) {
      throw unexpected();
    }
  }

  private void value() {
    blanks();
    switch (peek()) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      default -> number();
    }
  }

  private void members() {
    take('{');
    blanks();
    if (peek() != '}') {
      do {
        blanks();
        string();
        blanks();
        take(':');
        value();
        blanks();
      } while (skip(','));
    }
    take('}');
  }

  private void elements() {
    take('[');
    blanks();
    if (peek() != ']') {
      do {
        value();
        blanks();
      } while (skip(','));
    }
    take(']');
  }

  private void string() {
    take('"');
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < 0x20) {
        throw unexpected();
      }
      if (c == '\\') {
        char escape = text.charAt(at++);
        if (escape == 'u') {
          Integer.parseInt(text, at, at + 4, 16);
          at += 4;
        } else if ("\"\\/bfnrt".indexOf(escape) < 0) {
          throw unexpected();
        }
      }
    }
    take('"');
  }

  private void literal(String word) {
    if (!text.startsWith(word, at)) {
      throw unexpected();
    }
    at += word.length();
  }

  private void number() {
    var matcher = java.util.regex.Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?").matcher(text);
    if (!matcher.region(at, text.length()).lookingAt()) {
      throw unexpected();
    }
    at = matcher.end();
  }

  private void blanks() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw unexpected();
    }
    return text.charAt(at);
  }

  private boolean skip(char c) {
    if (peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  private void take(char c) {
    if (!skip(c)) {
      throw unexpected();
    }
  }

  private AssertionError unexpected() {
    int from = Math.max(0, at - 40);
    return new AssertionError(
        "not JSON at " + at + ": " + text.substring(from, Math.min(text.length(), at + 10)));
  }
}
