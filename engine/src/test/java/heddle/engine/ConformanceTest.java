package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each program of the collection gets the verdict that its header states: no miss, no false alarm.
 *
 * <p>{@code -Dprograms=locks/,hosts/} runs only those whose name contains one of these.
 */
class ConformanceTest {
  /** The collection shows each half of its promise on at least so many programs. */
  private static final int PROGRAMS_MIN = 40;

  private static final Path COLLECTION = Path.of("src/test/programs");
  private static final Path BENCH = Path.of("../bench/programs");

  @TempDir private static Path folder;

  // On the method, not on the class: other test classes then never run at the same time.
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> each_program_gets_the_verdict_that_it_must_get() throws IOException {
    List<String> wanted = List.of(System.getProperty("programs", "").split(",", -1));
    return programs().stream()
        .filter(program -> wanted.stream().anyMatch(program.name()::contains))
        .map(program ->
            DynamicTest.dynamicTest(
                program.name(), program.file().toUri(), () -> explore(program)));
  }

  @Test
  void the_collection_holds_right_programs_and_wrong_ones() throws IOException {
    List<ConformanceProgram> programs = ConformanceProgram.in(COLLECTION);

    assertThat(programs.stream().filter(ConformanceProgram::mustPass))
        .hasSizeGreaterThanOrEqualTo(PROGRAMS_MIN);
    assertThat(programs.stream().filter(ConformanceProgram::mustBeFound))
        .hasSizeGreaterThanOrEqualTo(PROGRAMS_MIN);
  }

  private static List<ConformanceProgram> programs() throws IOException {
    List<ConformanceProgram> programs = new ArrayList<>(ConformanceProgram.in(COLLECTION));
    programs.addAll(ConformanceProgram.in(BENCH));
    return programs;
  }

  private static void explore(ConformanceProgram program) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(program.name()));
    compile(program.file(), classes);
    Report report = Check.explore(program.program(classes), program.settings(), _ -> {});
    program.complaint(report).ifPresent(complaint -> fail(message(program, complaint, report)));
  }

  private static void compile(Path file, Path classes) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      // A program sees the JDK, and of Heddle nothing but what it asks for.
      String seen = CompiledProgram.classPath(file);
      List<String> options = List.of("-g", "-proc:none", "-cp", seen, "-d", classes.toString());
      var units = files.getJavaFileObjects(file);
      boolean compiled = compiler.getTask(diagnostics, files, null, options, null, units).call();
      assertThat(compiled).as("%s compiles: %s", file, diagnostics).isTrue();
    }
  }

  private static String message(ConformanceProgram program, String complaint, Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(program.name() + ": " + complaint + ", got " + described(report.verdict()));
    lines.add("why: " + program.why());
    lines.add(
        "%d executions, %s, seed %d"
            .formatted(report.executions(), report.strategy(), report.seed()));
    lines.addAll(report.notes());
    if (!report.output().isBlank()) {
      lines.add("output: " + report.output().strip());
    }
    lines.add("at " + program.file().toAbsolutePath().normalize());
    return String.join("\n  ", lines);
  }

  private static String described(Verdict verdict) {
    return switch (verdict) {
      case Verdict.AllPass all -> "all %d interleavings pass".formatted(all.interleavings());
      case Verdict.NothingFound nothing ->
          "nothing found (%.3f explored)".formatted(nothing.shareExplored());
      case Verdict.NotControllable escaped -> "not controllable: " + escaped.escapes();
      case Verdict.Fails fails -> described(fails);
    };
  }

  private static String described(Verdict.Fails fails) {
    Finding finding = fails.finding();
    String sleep = fails.onlySleepPrevents() ? ", only when sleeps may overtake" : "";
    String cause = finding.cause().map(c -> ", " + c.kind().label()).orElse("");
    return "%s (%s%s%s)%n  %s%n  schedule %s"
        .formatted(
            finding.title(),
            finding.getClass().getSimpleName(),
            cause,
            sleep,
            finding.explanation(),
            fails.schedule());
  }
}
