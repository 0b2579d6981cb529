package heddle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import heddle.engine.Finding;
import heddle.engine.Place;
import heddle.engine.Program;
import heddle.engine.Progress;
import heddle.engine.Report;
import heddle.engine.Schedule;
import heddle.engine.Settings;
import heddle.engine.Verdict;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Trace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the command as a shell would, in front of an engine that gives a report made beforehand. */
final class Shell implements Engine {
  private final Path folder;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private Report report = report(new Verdict.AllPass(20, false));

  /** The calls of the engine, latest last. */
  final List<Program> programs = new ArrayList<>();

  final List<Settings> settings = new ArrayList<>();

  /** Standard input, which streams are terminals, and the environment. */
  String input = "";

  String terminals = "";
  Map<String, String> environment = Map.of("TERM", "xterm");

  Shell(Path folder) {
    this.folder = folder;
  }

  Shell file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
    return this;
  }

  Shell answers(Verdict verdict) {
    report = report(verdict);
    return this;
  }

  Shell answers(Report made) {
    report = made;
    return this;
  }

  static Report report(Verdict verdict) {
    return new Report(verdict, 20, 140, 1_000_000, 1, "exhaustive", "", List.of());
  }

  @Override
  public void prepare() {}

  @Override
  public Report explore(Program program, Settings given, Consumer<Progress> progress) {
    programs.add(program);
    settings.add(given);
    progress.accept(new Progress("exhaustive", 1_000, 500_000_000, 0.25));
    return report;
  }

  /**
   * Runs {@code heddle} with these arguments; {@code DIR} stands for the folder. Returns the exit
   * code.
   */
  int heddle(String... arguments) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      words.add(argument.replace("DIR", folder.toString()));
    }
    var out = new PrintStream(output, true, UTF_8);
    var err = new PrintStream(errors, true, UTF_8);
    var stdin = new ByteArrayInputStream(input.getBytes(UTF_8));
    var terminal = new Terminal(stdin, out, err, environment, terminals, "./heddle");
    return new Heddle(this, terminal).run(words.toArray(String[]::new));
  }

  /** Returns what was printed, with {@code DIR} for the folder. */
  String output() {
    return output.toString(UTF_8).replace(folder.toString(), "DIR");
  }

  String errors() {
    return errors.toString(UTF_8).replace(folder.toString(), "DIR");
  }

  /** A program that prints, then fails. */
  static Verdict.Fails failing() {
    var place = new Place("A.java", 3, "main");
    var failure =
        new Finding.Failure(
            "AssertionError in main",
            "x was 1.",
            "main",
            "java.lang.AssertionError",
            "x",
            place,
            List.of());
    var thread = new Trace.TracedThread(0, "main", false, false);
    var event = new Event(1, 0, 0, new Operation.Throws("java.lang.AssertionError", "x"), place);
    return new Verdict.Fails(
        failure, new Schedule("s:0-1.3"), new Trace(List.of(thread), List.of(event)), 3, 2, false);
  }
}
