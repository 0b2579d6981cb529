package heddle.cli;

import heddle.engine.Program;
import heddle.engine.Report;
import heddle.engine.Schedule;
import heddle.engine.Settings;
import heddle.engine.Verdict;
import heddle.engine.trace.Printable;
import heddle.engine.trace.ReportHtml;
import heddle.engine.trace.ReportJson;
import heddle.engine.trace.ReportText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One command at work: gets the program ready, has it explored, and shows the report. */
final class Session {
  private final Engine engine;
  private final Terminal terminal;
  private final ProgramOptions options;
  private final RunOptions run;
  private final ShowOptions show;

  Session(
      Engine engine, Terminal terminal, ProgramOptions options, RunOptions run, ShowOptions show) {
    this.engine = engine;
    this.terminal = terminal;
    this.options = options;
    this.run = run;
    this.show = show;
  }

  /** Explores, shows the report, and returns the exit code. */
  int check(Settings settings) throws UserError, IOException, InterruptedException {
    var explored = explore(settings);
    terminal.output().print(text(explored.report()));
    return finish(explored);
  }

  /** Repeats one execution, draws it if it fails, and returns the exit code. */
  int replay(Settings settings) throws UserError, IOException, InterruptedException {
    var explored = explore(settings);
    terminal.output().print(passes(explored.report(), "under this schedule it passes"));
    return finish(explored);
  }

  /** Runs once, prints what the program printed and then the outcome, and returns the exit code. */
  int runOnce(Settings settings) throws UserError, IOException, InterruptedException {
    var explored = explore(settings);
    var report = explored.report();
    String output = report.output();
    terminal.output().print(terminal.isOutputTerminal() ? Printable.lines(output) : output);
    if (!output.isEmpty() && !output.endsWith("\n")) {
      terminal.output().println();
    }
    terminal
        .output()
        .print(passes(withoutOutput(report), "this execution passes (seed " + report.seed() + ")"));
    return finish(explored);
  }

  /** Returns {@code words} where one execution passed: there was no search to give figures of. */
  private String passes(Report report, String words) {
    return switch (report.verdict()) {
      case Verdict.AllPass _, Verdict.NothingFound _ -> {
        String notes =
            String.join("", report.notes().stream().map(n -> "  note: " + n + "\n").toList());
        yield "✔ " + words + "\n" + notes;
      }
      case Verdict.Fails _, Verdict.NotControllable _ -> text(report);
    };
  }

  private static Report withoutOutput(Report report) {
    return new Report(
        report.verdict(),
        report.executions(),
        report.steps(),
        report.nanos(),
        report.seed(),
        report.strategy(),
        "",
        report.notes());
  }

  private record Explored(Program program, Report report) {}

  private Explored explore(Settings settings) throws UserError, IOException, InterruptedException {
    requireWritable("--json", show.json);
    requireWritable("--html", show.html);
    HostFiles.requirePrograms(options);
    engine.prepare();
    var input = StandardInput.read(terminal);
    var bar = new ProgressBar(terminal.errors(), settings.budget().time().toNanos());
    try (var files = HostFiles.open(options, terminal.errors())) {
      var program = files.program(options.arguments, input.bytes());
      try {
        var report =
            engine.explore(
                program,
                settings,
                progress -> {
                  if (terminal.showsProgress()) {
                    bar.show(progress);
                  }
                });
        // An interrupt has done its work; it must not disturb the writing of files.
        Thread.interrupted();
        return new Explored(program, report);
      } finally {
        bar.clear();
      }
    }
  }

  private int finish(Explored explored) throws UserError {
    terminal.output().flush();
    var report = explored.report();
    if (show.json != null) {
      write("--json", show.json, ReportJson.write(report));
    }
    if (show.html != null) {
      var sources = explored.program().sources();
      write("--html", show.html, ReportHtml.write(report, sources, this::replayCommand));
    }
    return ExitCode.of(report.verdict());
  }

  private String text(Report report) {
    return new ReportText(terminal.colours(show.colour), terminal.columns(), show.all)
        .write(report, this::replayCommand);
  }

  private String replayCommand(Schedule schedule) {
    return terminal.command() + " replay " + options.asTyped(run.replay(schedule));
  }

  /** Finds out before a long search, and not after it, that its outcome could not be written. */
  private static void requireWritable(String option, @Nullable Path file) throws UserError {
    if (file == null) {
      return;
    }
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          option + " " + file + ": there is no folder " + folder + ": make it first");
    }
    if (Files.isDirectory(file) || !Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new UserError(option + " " + file + ": can not be written: name another file");
    }
  }

  private static void write(String option, Path file, String text) throws UserError {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UserError(
          option
              + " "
              + file
              + ": can not be written ("
              + failure.getMessage()
              + "): name another file");
    }
  }
}
