package heddle.engine.trace;

import heddle.engine.Outcome;
import heddle.engine.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws outcomes for a terminal: how often each came, what it was, and how to have it again. */
final class OutcomeTable {
  private static final int ROWS_MAX = 12;

  /** The least that is kept of an outcome's text on narrow terminals. */
  private static final int TEXT_MIN = 12;

  private final Ink ink;
  private final int columns;

  OutcomeTable(Ink ink, int columns) {
    this.ink = ink;
    this.columns = columns;
  }

  /** Returns the lines; none where there is nothing to tell apart and nothing was printed. */
  List<String> draw(Outcomes outcomes) {
    List<Outcome> list = outcomes.list();
    List<String> lines = new ArrayList<>();
    if (list.isEmpty() || (list.size() == 1 && list.getFirst().output().isBlank())) {
      return lines;
    }
    lines.add(title(outcomes));
    List<Outcome> shown = list.subList(0, Math.min(list.size(), ROWS_MAX));
    int width = count(list.getFirst().count()).length();
    for (Outcome outcome : shown) {
      String count = "%" + width + "s × ";
      String schedule = outcome.schedule().text();
      int room = columns - width - 7 - schedule.length();
      String mark = outcome.failure().isEmpty() ? "✔ " : ink.bad("✖ ");
      String line = "  " + count.formatted(count(outcome.count())) + mark;
      if (room >= TEXT_MIN) {
        String text = Printable.pad(Printable.cut(text(outcome), room - 1), room);
        lines.add(line + text + ink.dim(schedule));
      } else {
        lines.add(line + Printable.cut(text(outcome), Math.max(columns - width - 7, TEXT_MIN)));
      }
    }
    if (shown.size() < list.size()) {
      lines.add(ink.dim("  … %s more: --json has them".formatted(count(list.size() - ROWS_MAX))));
    }
    return lines;
  }

  private static String title(Outcomes outcomes) {
    int size = outcomes.list().size();
    String number = size == 1 ? "one outcome" : count(size) + " outcomes";
    long executions = outcomes.list().stream().mapToLong(Outcome::count).sum();
    return outcomes.all()
        ? number + "; no interleaving has another:"
        : number + " in " + count(executions) + " executions; there may be others:";
  }

  private static String text(Outcome outcome) {
    String output = Printable.lines(outcome.output()).strip().replace("\n", " ⏎ ");
    String printed = output.isEmpty() ? "" : "prints " + output.replace("\t", " ");
    if (outcome.failure().isEmpty()) {
      return printed.isEmpty() ? "prints nothing" : printed;
    }
    String failure = Printable.line(outcome.failure());
    return printed.isEmpty() ? failure : failure + ", " + printed;
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
