package heddle.engine.trace;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.Place;
import heddle.engine.Report;
import heddle.engine.Schedule;
import heddle.engine.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Writes a report for a terminal or a log: the verdict on the first line, then what a person needs
 * to believe it.
 *
 * <p>Text that comes from the program can not send control sequences to the terminal.
 *
 * @param colour whether to colour; nothing is said by colour alone
 * @param columns how wide the text may be; at least 40
 * @param all whether to show every step of the failing execution
 */
public record ReportText(boolean colour, int columns, boolean all) {
  private static final int COLUMNS_MIN = 40;
  private static final int STACK_LINES_MAX = 5;
  private static final int OUTPUT_LINES_MAX = 8;
  private static final String INDENT = "  ";

  /** Why that all interleavings pass suffices. */
  private static final String PROOF =
      "No execution has a data race, so no other behaviour exists (JLS 17.4.5).";

  /** Takes narrower terminals for 40 columns wide: below that, words no longer fit. */
  public ReportText {
    columns = Math.max(columns, COLUMNS_MIN);
  }

  /**
   * Returns the report as text that ends in a line break.
   *
   * @param replay gives the command that repeats the execution under a schedule; it must not hold
   *     text that the program chose
   */
  public String write(Report report, Function<Schedule, String> replay) {
    List<String> lines = new ArrayList<>();
    // The words that matter stand first; colours would be counted as letters, so only plain lines
    // are broken.
    boolean plain = report.verdict() instanceof Verdict.NothingFound;
    lines.addAll(plain ? Printable.wrap(verdict(report), columns) : List.of(verdict(report)));
    switch (report.verdict()) {
      case Verdict.Fails fails -> addFailure(lines, report, fails, replay);
      case Verdict.NotControllable(var escapes) ->
          escapes.stream().skip(1).forEach(escape -> lines.add(INDENT + escape(escape)));
      case Verdict.AllPass all -> {
        if (all.proved()) {
          addWrapped(lines, PROOF, INDENT);
        }
      }
      case Verdict.NothingFound _ -> {}
    }
    new OutcomeTable(ink(), columns - INDENT.length())
        .draw(report.outcomes())
        .forEach(line -> lines.add(INDENT + line));
    for (String note : report.notes()) {
      addWrapped(lines, "note: " + Printable.line(note), INDENT);
    }
    return String.join("\n", lines) + "\n";
  }

  /** Returns the verdict in one line without colours. */
  static String firstLine(Report report) {
    var plain = new ReportText(false, Integer.MAX_VALUE, false);
    return plain.verdict(report);
  }

  private String verdict(Report report) {
    return switch (report.verdict()) {
      case Verdict.Fails fails ->
          ink().bad("✖ fails: " + Printable.line(fails.finding().title()))
              + " (execution %s, seed %d, %s)"
                  .formatted(
                      count(fails.execution()),
                      report.seed(),
                      plural(fails.switches(), "switch", "switches"));
      case Verdict.AllPass all ->
          ink().good("✔") + (all.proved() ? " proved: " : " ") + allPass(all);
      case Verdict.NothingFound nothing -> nothingFound(report, nothing);
      case Verdict.NotControllable(var escapes) ->
          ink().strong("⚠ not controllable: ") + escape(escapes.getFirst());
    };
  }

  private static String allPass(Verdict.AllPass all) {
    if (all.interleavings() == 1) {
      return all.reduced()
          ? "all interleavings pass: they are equivalent"
          : "the only interleaving passes";
    }
    return "all %s%s interleavings pass"
        .formatted(count(all.interleavings()), all.reduced() ? " inequivalent" : "");
  }

  private Ink ink() {
    return colour ? Ink.COLOUR : Ink.PLAIN;
  }

  private void addFailure(
      List<String> lines, Report report, Verdict.Fails fails, Function<Schedule, String> replay) {
    var finding = fails.finding();
    addWrapped(lines, Printable.line(finding.explanation()), INDENT);
    if (fails.onlySleepPrevents() && !isNamedAfterSleep(finding)) {
      addWrapped(
          lines,
          "The program is right only thanks to sleep: it fails when a sleep or a time-out ends before"
              + " another thread has done its part.",
          INDENT);
    }
    addWaits(lines, finding);
    if (finding instanceof Finding.DataRace race) {
      addAccess(lines, race.first());
      addAccess(lines, race.second());
    }
    addStack(lines, finding);
    lines.add("");
    Lanes lanes = all ? Lanes.all(fails) : Lanes.of(fails);
    LanesText.draw(lanes, ink(), columns - INDENT.length())
        .forEach(line -> lines.add(INDENT + line));
    if (!all && lanes.hidden() > 0) {
      lines.add(ink().dim(INDENT + hidden(lanes.hidden())));
    }
    addMessages(lines, fails, lanes);
    lines.add("");
    addOutput(lines, report.output());
    // Never broken over lines: people copy it.
    lines.add(INDENT + "replay: " + replay.apply(fails.schedule()));
  }

  private void addMessages(List<String> lines, Verdict.Fails fails, Lanes lanes) {
    SequenceDiagram diagram =
        all ? SequenceDiagram.all(fails, lanes) : SequenceDiagram.of(fails, lanes);
    if (diagram.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(INDENT + ink().strong("messages"));
    SequenceText.draw(diagram, ink(), columns - INDENT.length())
        .forEach(line -> lines.add(INDENT + line));
    if (diagram.hidden() > 0) {
      String more = plural(diagram.hidden(), "other message", "other messages");
      lines.add(ink().dim(INDENT + "(" + more + " not shown)"));
    }
  }

  private static boolean isNamedAfterSleep(Finding finding) {
    return finding.cause().filter(c -> c.kind() == Cause.Kind.ORDERING_BY_SLEEP).isPresent();
  }

  private static String hidden(int steps) {
    return steps == 1
        ? "(1 other step is not shown: --all shows it)"
        : "(" + count(steps) + " other steps are not shown: --all shows them)";
  }

  private void addWaits(List<String> lines, Finding finding) {
    var waits =
        switch (finding) {
          case Finding.Deadlock deadlock -> deadlock.waits();
          case Finding.NeverEnds neverEnds -> neverEnds.waits();
          case Finding.Livelock livelock -> livelock.loops();
          default -> List.<Finding.Wait>of();
        };
    for (Finding.Wait wait : waits) {
      var line = new StringBuilder(wait.thread());
      for (Finding.Held held : wait.holds()) {
        line.append(" holds ").append(held.lock()).append(at(held.place())).append(',');
      }
      line.append(finding instanceof Finding.Livelock ? " spins on " : " waits for ");
      line.append(wait.waitsFor()).append(at(wait.place()));
      if (!wait.owner().isEmpty()) {
        line.append(", held by ").append(wait.owner());
      }
      addWrapped(lines, Printable.line(line.toString()), INDENT + INDENT);
    }
  }

  private static String at(Place place) {
    return place.equals(Place.UNKNOWN) ? "" : " (" + place + ")";
  }

  private void addAccess(List<String> lines, Finding.Access access) {
    String stack = String.join(", called by ", access.stack());
    String where = stack.isEmpty() ? access.place().toString() : stack;
    String what = access.write() ? " writes in " : " reads in ";
    addWrapped(lines, Printable.line(access.thread() + what + where), INDENT + INDENT);
  }

  private void addStack(List<String> lines, Finding finding) {
    // The story of a lost update tells where it was noticed; how the program came there is seldom
    // the question.
    var stack = finding instanceof Finding.Failure failure ? failure.stack() : List.<String>of();
    int shown = Math.min(stack.size(), STACK_LINES_MAX);
    for (String frame : stack.subList(0, shown)) {
      String line = INDENT + INDENT + "at " + Printable.line(frame);
      lines.add(ink().dim(Printable.cut(line, columns)));
    }
    if (shown < stack.size()) {
      lines.add(ink().dim(INDENT + INDENT + "… " + (stack.size() - shown) + " more"));
    }
  }

  private void addOutput(List<String> lines, String output) {
    if (output.isBlank()) {
      return;
    }
    lines.add(INDENT + "what it printed in this execution:");
    var printed = Printable.lines(output).stripTrailing().lines().toList();
    int shown = Math.min(printed.size(), OUTPUT_LINES_MAX);
    for (String line : printed.subList(0, shown)) {
      String text = line.replace("\t", "    ");
      lines.add(ink().dim(INDENT + "│ " + Printable.cut(text, columns - 4)));
    }
    if (shown < printed.size()) {
      String more = plural(printed.size() - shown, "more line", "more lines");
      lines.add(ink().dim(INDENT + "… " + more));
    }
    lines.add("");
  }

  private String nothingFound(Report report, Verdict.NothingFound nothing) {
    String share =
        nothing.shareExplored() > 0
            ? ", " + percent(nothing.shareExplored()) + " of all interleavings"
            : "";
    return "– nothing found in "
        + plural(report.executions(), "execution", "executions")
        + " ("
        + seconds(report.nanos())
        + ", seed "
        + report.seed()
        + ", "
        + report.strategy()
        + share
        + preemptions(nothing.preemptions())
        + ")";
  }

  private static String preemptions(int bound) {
    return switch (bound) {
      case -1 -> "";
      case 0 -> ", all without preemptions";
      case 1 -> ", all with at most 1 preemption";
      default -> ", all with at most " + bound + " preemptions";
    };
  }

  private static String escape(Verdict.Escape escape) {
    return Printable.line(escape.what()) + at(escape.place());
  }

  private void addWrapped(List<String> lines, String text, String indent) {
    if (!text.isBlank()) {
      Printable.wrap(text, columns - indent.length()).forEach(line -> lines.add(indent + line));
    }
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String plural(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }

  /**
   * Returns a share as a person would say it: never 0 % of something explored, nor 100 % of
   * something not.
   */
  private static String percent(double share) {
    double percent = share * 100;
    if (percent < 0.1) {
      return "less than 0.1 %";
    }
    return String.format(
        Locale.ROOT, percent < 10 ? "about %.1f %%" : "about %.0f %%", Math.min(percent, 99));
  }
}
