package heddle.engine.trace;

/** Colours for a terminal, or none. Everything that a colour says, the text says too. */
enum Ink {
  /** Escape sequences of ECMA-48, as every terminal since the 1980s reads them. */
  COLOUR,
  /** Plain text. */
  PLAIN;

  /** Blue, yellow, magenta, cyan, green: red is left for what fails. */
  private static final String[] THREADS = {"34", "33", "35", "36", "32"};

  /** Colours what a thread does; {@code colour} is {@link Lanes#colourOf}. */
  String thread(int colour, String text) {
    return colour < 0 ? text : with(THREADS[colour % THREADS.length], text);
  }

  /** Colours the letter of a thread. */
  String badge(int colour, String text) {
    return with(colour < 0 ? "1;7" : "1;7;" + THREADS[colour % THREADS.length], text);
  }

  String bad(String text) {
    return with("1;31", text);
  }

  String good(String text) {
    return with("1;32", text);
  }

  String strong(String text) {
    return with("1", text);
  }

  String dim(String text) {
    return with("2", text);
  }

  private String with(String code, String text) {
    return this == PLAIN || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
