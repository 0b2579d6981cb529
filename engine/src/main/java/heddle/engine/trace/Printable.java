package heddle.engine.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes any text safe to draw in a table: a program chooses its thread names, values and messages
 * freely, and none of them may move the cursor, change colours, reverse the reading direction or
 * push the next column aside.
 */
public final class Printable {
  private Printable() {}

  /**
   * Returns {@code text} on one line: every character that would not be drawn as itself is spelled
   * out.
   */
  public static String line(String text) {
    if (text.codePoints().allMatch(Printable::isPlain)) {
      return text;
    }
    var out = new StringBuilder();
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /**
   * Returns {@code text} with its line breaks and tabs, and everything else that is not drawn
   * spelled out.
   */
  public static String lines(String text) {
    var out = new StringBuilder();
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(c -> {
          if (c == '\n' || c == '\t') {
            out.append((char) c);
          } else {
            append(out, c);
          }
        });
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isPlain(c)) {
          out.appendCodePoint(c);
        } else {
          out.append("\\u").append("%04x".formatted(c));
        }
      }
    }
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      // Joiners hold emoji and many scripts together; all other format characters are bidi marks
      // and the like.
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      default -> true;
    };
  }

  /** Returns how many columns of a terminal {@code text} takes. */
  static int width(String text) {
    return text.codePoints().map(Printable::width).sum();
  }

  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /**
   * The blocks that terminals draw two columns wide (Unicode Standard Annex 11, classes W and F),
   * coarsely.
   */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  /** Returns {@code text}, cut with an ellipsis where it is wider than {@code columns}. */
  static String cut(String text, int columns) {
    // Every character is at most two columns wide, so most texts need no count.
    if (text.length() * 2 <= columns || width(text) <= columns) {
      return text;
    }
    var out = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (used + width(c) > columns - 1) {
        break;
      }
      out.appendCodePoint(c);
      used += width(c);
      i += Character.charCount(c);
    }
    return columns > 0 ? out.append('…').toString() : "";
  }

  /** Returns {@code text} followed by blanks up to {@code columns}. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /**
   * Breaks {@code text} between words into lines of at most {@code columns}; a longer word has a
   * line of its own.
   */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    var current = new StringBuilder();
    int used = 0;
    for (String word : List.of(text.strip().split("\\s+", -1))) {
      int wide = width(word);
      if (used > 0 && used + 1 + wide > columns) {
        lines.add(current.toString());
        current.setLength(0);
        used = 0;
      }
      if (used > 0) {
        current.append(' ');
        used++;
      }
      current.append(word);
      used += wide;
    }
    lines.add(current.toString());
    return lines;
  }
}
