package heddle.engine.trace;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Writes JSON (RFC 8259), two blanks a level.
 *
 * <p>Not thread-safe. Commas, line breaks and escapes are this class's business; that names and
 * values come in the right order is its caller's.
 */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  /** Whether the next value is the first of its object or array. */
  private boolean first = true;

  /** Whether a name was written whose value is still missing. */
  private boolean named;

  /** Writes an object whose members {@code members} writes. */
  JsonWriter object(Runnable members) {
    nested('{', members, '}');
    return this;
  }

  /** Writes an array with one value, written by {@code element}, for each of {@code items}. */
  <T> JsonWriter array(List<T> items, BiConsumer<JsonWriter, T> element) {
    nested('[', () -> items.forEach(item -> element.accept(this, item)), ']');
    return this;
  }

  /** Writes the name of a member; its value is next. */
  JsonWriter name(String name) {
    separate();
    quote(name);
    out.append(": ");
    named = true;
    return this;
  }

  /** Writes a string. */
  JsonWriter value(String value) {
    separate();
    quote(value);
    return this;
  }

  /** Writes a whole number. */
  JsonWriter value(long value) {
    separate();
    out.append(value);
    return this;
  }

  /**
   * Writes a fraction with six decimals; JSON has no infinity and no NaN, and neither have our
   * shares.
   */
  JsonWriter value(double value) {
    separate();
    out.append(String.format(Locale.ROOT, "%.6f", value));
    return this;
  }

  /** Writes true or false. */
  JsonWriter value(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  private void nested(char open, Runnable content, char close) {
    separate();
    out.append(open);
    depth++;
    first = true;
    content.run();
    depth--;
    if (!first) {
      newLine();
    }
    out.append(close);
    first = false;
  }

  private void separate() {
    if (named) {
      named = false;
      return;
    }
    if (depth > 0) {
      if (!first) {
        out.append(',');
      }
      newLine();
    }
    first = false;
  }

  private void newLine() {
    out.append('\n').repeat("  ", depth);
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          // DEL and C1 controls and lone surrogates are escaped too: the file may be printed to a
          // terminal.
          if (c < 0x20 || (c >= 0x7F && c < 0xA0) || isLoneSurrogate(text, i)) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
