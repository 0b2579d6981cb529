package heddle.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Where the command reads and writes, and which of the three streams are a person's terminal.
 *
 * @param environment environment variables, for {@code NO_COLOR}, {@code TERM} and {@code COLUMNS}
 * @param terminals the digits of the streams that are terminals: 0 input, 1 output, 2 errors
 * @param command how the command was called, such as {@code ./heddle}
 */
record Terminal(
    InputStream input,
    PrintStream output,
    PrintStream errors,
    Map<String, String> environment,
    String terminals,
    String command) {
  /** What most terminals and all of their users can do with. */
  private static final int COLUMNS_DEFAULT = 80;

  /** Wider lines are hard to follow. */
  private static final int COLUMNS_MAX = 120;

  /**
   * Returns the streams of this process. The launcher says which are terminals; a JVM alone can not
   * tell them apart.
   */
  static Terminal ofProcess(PrintStream output, PrintStream errors) {
    String terminals =
        Optional.ofNullable(System.getProperty("heddle.terminals")).orElseGet(Terminal::guess);
    return new Terminal(
        System.in,
        output,
        errors,
        System.getenv(),
        terminals,
        System.getProperty("heddle.command", "heddle"));
  }

  private static String guess() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        ? "012"
        : "";
  }

  boolean isInputTerminal() {
    return terminals.contains("0");
  }

  boolean isOutputTerminal() {
    return terminals.contains("1");
  }

  /** Returns whether a bar that redraws itself can be shown while the engine works. */
  boolean showsProgress() {
    return terminals.contains("2") && !isDumb();
  }

  /** Returns whether to colour the output; see no-color.org for the variable. */
  boolean colours(ColourChoice choice) {
    return switch (choice) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          isOutputTerminal() && !isDumb() && environment.getOrDefault("NO_COLOR", "").isEmpty();
    };
  }

  private boolean isDumb() {
    String term = environment.getOrDefault("TERM", "");
    return term.isEmpty() || term.equals("dumb");
  }

  /** Returns how wide the output may be. */
  int columns() {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
      return columns > 0 ? Math.min(columns, COLUMNS_MAX) : COLUMNS_DEFAULT;
    } catch (NumberFormatException notSet) {
      return COLUMNS_DEFAULT;
    }
  }

  /** When to colour. */
  enum ColourChoice {
    /** On a terminal. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER
  }
}
