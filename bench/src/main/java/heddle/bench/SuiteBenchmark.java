package heddle.bench;

import heddle.engine.Check;
import heddle.engine.Report;
import heddle.engine.Settings;
import heddle.engine.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks each program of a folder, by default settings and so for ten seconds at most, and compares
 * with what is known of it. Made for the public benchmarks of concurrency testing, which are not
 * part of this repository.
 */
public final class SuiteBenchmark {
  private SuiteBenchmark() {}

  /**
   * Prints a table.
   *
   * @param arguments the folder, then words of which a program's name must contain one
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      System.err.println("bench/run suite: expected a folder with a programs.txt, got nothing");
      System.exit(64); // EX_USAGE of sysexits.h
    }
    List<SuiteProgram> programs;
    try {
      programs = SuiteProgram.of(Path.of(arguments[0]));
    } catch (IOException e) {
      System.err.println("bench/run suite: " + e.getMessage());
      System.exit(66); // EX_NOINPUT of sysexits.h
      return;
    }
    List<String> words = List.of(arguments).subList(1, arguments.length);
    programs = programs.stream().filter(p -> matches(p, words)).toList();
    int width = programs.stream().mapToInt(p -> p.name().length()).max().orElse(7);
    String format = "%-" + width + "s  %-5s  %10s  %7s  %s%n";
    System.out.printf(format, "program", "", "executions", "seconds", "finding");
    int right = 0;
    int checked = 0;
    List<String> wrong = new ArrayList<>();
    for (SuiteProgram program : programs) {
      if (program.expected() == SuiteProgram.Expected.SKIPPED) {
        System.out.printf(format, program.name(), "-", "", "", program.reason());
        continue;
      }
      checked++;
      if (check(program, format)) {
        right++;
      } else {
        wrong.add(program.name());
      }
    }
    System.out.printf(
        "%d of %d as expected%s%n",
        right, checked, wrong.isEmpty() ? "" : "; not: " + String.join(", ", wrong));
  }

  private static boolean matches(SuiteProgram program, List<String> words) {
    return words.isEmpty() || words.stream().anyMatch(program.name()::contains);
  }

  /** Checks one program, prints its row, and returns whether it came out as expected. */
  private static boolean check(SuiteProgram program, String format) {
    long start = System.nanoTime();
    String executions = "";
    String found;
    boolean right = false;
    try {
      Report report = Check.explore(program.program(), Settings.DEFAULT, _ -> {});
      executions = String.valueOf(report.executions());
      boolean fails = program.expected() == SuiteProgram.Expected.FAILS;
      right =
          switch (report.verdict()) {
            case Verdict.Fails _ -> fails;
            case Verdict.AllPass _, Verdict.NothingFound _ -> !fails;
            case Verdict.NotControllable _ -> false;
          };
      found = describe(report.verdict());
    } catch (IOException e) {
      found = e.getMessage();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        format,
        program.name(),
        right ? "right" : "WRONG",
        executions,
        String.format(Locale.ROOT, "%.1f", seconds),
        found);
    return right;
  }

  private static String describe(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Fails fails ->
          fails.finding().title() + (fails.onlySleepPrevents() ? " (only sleep prevents it)" : "");
      case Verdict.AllPass all -> "all " + all.interleavings() + " interleavings pass";
      case Verdict.NothingFound _ -> "nothing found";
      case Verdict.NotControllable not ->
          "not controllable: "
              + not.escapes().getFirst().what()
              + " at "
              + not.escapes().getFirst().place();
    };
  }
}
