package heddle.cli;

import heddle.engine.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** One line that redraws itself while the engine works. */
final class ProgressBar {
  private static final int BAR_COLUMNS = 20;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream errors;
  private final long budgetNanos;
  private boolean shown;

  ProgressBar(PrintStream errors, long budgetNanos) {
    this.errors = errors;
    this.budgetNanos = budgetNanos;
  }

  void show(Progress progress) {
    errors.print(CLEAR_LINE + text(progress));
    errors.flush();
    shown = true;
  }

  /** Takes the bar away. */
  void clear() {
    if (shown) {
      errors.print(CLEAR_LINE);
      errors.flush();
    }
  }

  /**
   * Returns the line: the bar is the share explored where there is an estimate, else the share of
   * the time.
   */
  String text(Progress progress) {
    boolean estimated = progress.shareExplored() >= 0;
    double share = estimated ? progress.shareExplored() : (double) progress.nanos() / budgetNanos;
    int full = (int) Math.clamp(share * BAR_COLUMNS, 0, BAR_COLUMNS);
    double seconds = Math.max(progress.nanos(), 1) / 1e9;
    String line =
        "%s%s  %s  %,d executions, %,.0f/s"
            .formatted(
                "█".repeat(full),
                "░".repeat(BAR_COLUMNS - full),
                progress.phase(),
                progress.executions(),
                progress.executions() / seconds);
    return estimated
        ? line + String.format(Locale.ROOT, ", %.1f %% explored", progress.shareExplored() * 100)
        : line;
  }
}
