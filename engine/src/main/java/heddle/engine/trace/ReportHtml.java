package heddle.engine.trace;

import heddle.engine.Finding;
import heddle.engine.Outcome;
import heddle.engine.Report;
import heddle.engine.Schedule;
import heddle.engine.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a report as one page that needs nothing but a browser: no network, no other file.
 *
 * <p>Its security policy allows only the one script and the one style that are written here, by
 * their hashes, so that even a text of the program that got through unescaped could run nothing.
 */
public final class ReportHtml {
  /**
   * Above this, the table of every step makes the page too heavy to be of use; the JSON has them
   * all.
   */
  private static final int EVERY_STEP_MAX = 2_000;

  private final Markup out = new Markup();
  private final Report report;

  private ReportHtml(Report report) {
    this.report = report;
  }

  /**
   * Returns the page.
   *
   * @param sources folders that hold the program's sources; may be empty
   * @param replay gives the command that repeats the execution under a schedule
   */
  public static String write(Report report, List<Path> sources, Function<Schedule, String> replay) {
    var page = new ReportHtml(report);
    page.page(sources, replay);
    return page.out.toString();
  }

  private void page(List<Path> sources, Function<Schedule, String> replay) {
    String style = resource("report.css");
    String script = resource("report.js");
    String title = ReportText.firstLine(report);
    out.tag("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.tag(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
    out.tag(hash(style)).tag("'; script-src '").tag(hash(script)).tag("'\">\n");
    out.tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.tag("<title>").text(title).tag("</title>\n<style>").tag(style).tag("</style>\n</head>\n");
    out.tag("<body>\n<header class=\"top\"><strong>Heddle</strong>");
    out.tag("<button type=\"button\" id=\"theme\">Light / dark</button></header>\n<main>\n");
    switch (report.verdict()) {
      case Verdict.Fails fails -> failure(fails, sources, replay);
      case Verdict.AllPass _, Verdict.NothingFound _, Verdict.NotControllable _ -> {
        out.tag("<section class=\"verdict calm\"><h1>").text(title).tag("</h1>");
        notes();
        out.tag("</section>\n");
        outcomes();
        output();
      }
    }
    out.tag("</main>\n<script>").tag(script).tag("</script>\n</body>\n</html>\n");
  }

  private void failure(Verdict.Fails fails, List<Path> sources, Function<Schedule, String> replay) {
    Lanes lanes = Lanes.of(fails);
    out.tag("<div class=\"columns\">\n<div class=\"first\">\n");
    verdict(fails, replay);
    lanes(fails, lanes);
    SequenceDiagram diagram = SequenceDiagram.of(fails, lanes);
    if (!diagram.isEmpty()) {
      SequenceSvg.add(out, diagram);
    }
    outcomes();
    out.tag("</div>\n<div class=\"second\">\n");
    SourceListing.add(out, lanes, sources);
    if (fails.finding() instanceof Finding.Deadlock deadlock) {
      out.tag("<section class=\"panel\"><h2>Who waits for whom</h2>");
      RingSvg.add(out, deadlock);
      out.tag("</section>\n");
    }
    output();
    out.tag("</div>\n</div>\n");
  }

  private void verdict(Verdict.Fails fails, Function<Schedule, String> replay) {
    out.tag("<section class=\"verdict fails\"><h1><span aria-hidden=\"true\">✖ </span>");
    out.text(fails.finding().title()).tag("</h1><p>").text(fails.finding().explanation());
    if (fails.onlySleepPrevents()) {
      out.tag(" The program is right only thanks to sleep.");
    }
    out.tag("</p><p class=\"figures\">execution " + fails.execution() + " · seed " + report.seed());
    out.tag(" · " + fails.switches() + (fails.switches() == 1 ? " switch" : " switches"));
    out.tag("</p>");
    notes();
    out.tag("<p class=\"figures\">replay: <code>").text(replay.apply(fails.schedule()));
    out.tag("</code></p></section>\n");
  }

  private void notes() {
    for (String note : report.notes()) {
      out.tag("<p class=\"figures\">note: ").text(note).tag("</p>");
    }
  }

  private void lanes(Verdict.Fails fails, Lanes lanes) {
    boolean everyStep = fails.trace().events().size() <= EVERY_STEP_MAX && lanes.hidden() > 0;
    out.tag("<section class=\"panel\" aria-label=\"The failing execution, step by step\">\n");
    out.tag("<div class=\"bar-of-buttons\" hidden id=\"controls\">");
    out.tag("<button type=\"button\" id=\"home\" aria-label=\"First step\">|◀</button>");
    out.tag("<button type=\"button\" id=\"back\">Back</button>");
    out.tag("<button type=\"button\" id=\"next\" class=\"main\">Step</button>");
    out.tag("<input type=\"range\" id=\"slider\" min=\"1\" value=\"1\" aria-label=\"Step\">");
    out.tag("<output id=\"position\"></output>");
    if (everyStep) {
      out.tag(
          "<button type=\"button\" id=\"every\" aria-pressed=\"false\">Show everything</button>");
    }
    out.tag("<button type=\"button\" id=\"keys\" aria-label=\"Keys\">?</button></div>\n");
    out.tag("<p class=\"says\" id=\"says\" aria-live=\"polite\"></p>\n<p class=\"legend\">");
    out.tag("Time runs down. One column a thread.").tag(legend(lanes)).tag("</p>\n");
    out.tag(
        "<div class=\"scroll\" id=\"frame\" tabindex=\"0\" role=\"region\" aria-label=\"Lanes\">");
    LanesHtml.add(out, lanes, "some", false);
    out.tag(
        "<svg class=\"curve\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><marker id=\"tip\" ");
    out.tag(
        "viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"6\" markerHeight=\"6\" orient=\"auto\">");
    out.tag("<path d=\"M0 0 8 4 0 8Z\"/></marker></defs></svg>");
    if (everyStep) {
      LanesHtml.add(out, Lanes.all(fails), "all", true);
    }
    out.tag("</div>\n<div id=\"key-list\" class=\"legend\" hidden>Keys: ← → step, Home End first");
    out.tag(" and last, [ ] previous and next switch, x the conflict, ? this list</div>");
    out.tag("</section>\n");
  }

  private static String legend(Lanes lanes) {
    var bars = lanes.steps().stream().flatMap(step -> step.cells().stream()).toList();
    var words = new StringBuilder();
    for (Lanes.Bar bar : Lanes.Bar.values()) {
      if (bars.stream().anyMatch(cell -> cell.bars().contains(bar))) {
        words.append(
            switch (bar) {
              case STALE -> " Striped bar: this thread holds an out-of-date copy.";
              case HOLDS -> " Solid bar: holds a lock.";
              case BLOCKED -> " Barred strip: can not go on.";
            });
      }
    }
    return words.toString();
  }

  /** None where there is nothing to tell apart and nothing was printed, as in the terminal. */
  private void outcomes() {
    List<Outcome> list = report.outcomes().list();
    if (list.isEmpty() || (list.size() == 1 && list.getFirst().output().isBlank())) {
      return;
    }
    out.tag("<section class=\"panel\"><h2>Outcomes</h2><p>");
    out.tag(
        report.outcomes().all()
            ? "Every interleaving was executed: none has another outcome."
            : "Not every interleaving was executed: there may be other outcomes.");
    out.tag("</p><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Outcomes\">");
    out.tag("<table class=\"outcomes\"><thead><tr><th scope=\"col\">How often</th>");
    out.tag("<th scope=\"col\">Outcome</th><th scope=\"col\">Schedule</th></tr></thead><tbody>\n");
    for (Outcome outcome : list) {
      boolean passes = outcome.failure().isEmpty();
      out.tag(
          "<tr><td>%,d</td><td class=\"%s\">"
              .formatted(outcome.count(), passes ? "passes" : "breaks"));
      out.tag(passes ? "✔ " : "✖ ").text(outcome.failure());
      String printed = outcome.output().strip();
      if (!printed.isEmpty()) {
        out.tag(" <code>").lines(printed).tag("</code>");
      } else if (passes) {
        out.tag("prints nothing");
      }
      out.tag("</td><td><code>").text(outcome.schedule().text()).tag("</code></td></tr>\n");
    }
    out.tag("</tbody></table></div></section>\n");
  }

  private void output() {
    if (!report.output().isBlank()) {
      out.tag("<section class=\"panel\"><h2>Output</h2><div class=\"scroll\" tabindex=\"0\" ");
      out.tag("role=\"region\" aria-label=\"Output\"><pre>");
      out.lines(report.output()).tag("</pre></div></section>\n");
    }
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String resource(String name) {
    try (var stream = ReportHtml.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + ": not in the jar of heddle.engine");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
