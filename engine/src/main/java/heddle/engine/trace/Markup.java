package heddle.engine.trace;

/** HTML under construction. Text that comes from the program goes through {@link #text} only. */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** Adds tags of our own. */
  Markup tag(String html) {
    out.append(html);
    return this;
  }

  /** Adds text, so that it is shown and never obeyed, on one line. */
  Markup text(String text) {
    return escaped(Printable.line(text));
  }

  /** Adds text with its line breaks. */
  Markup lines(String text) {
    return escaped(Printable.lines(text));
  }

  private Markup escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
