package heddle.bench;

import heddle.engine.Budget;
import heddle.engine.Check;
import heddle.engine.RacePolicy;
import heddle.engine.Report;
import heddle.engine.Settings;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import heddle.engine.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How many executions it takes to find the failure of P1 to P17, by the default settings but that
 * data races alone do not count, seeds 1 to 20, each in a fresh child JVM.
 *
 * <p>Fray's medians are those of commit b565054 (July 2026) with its best strategy for the program,
 * on the same kind of machine, with a one-line patch that makes it see plain fields. It was not run
 * on P8 to P17.
 */
public final class FirstFailureBenchmark {
  private static final int SEEDS = Integer.getInteger("heddle.bench.seeds", 20);
  private static final Duration TIME_MAX = Duration.ofSeconds(20);

  private FirstFailureBenchmark() {}

  /** A program, the most executions the median may be, and Fray's best median. */
  private record Row(String program, int target, String fray) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("P1", 10, "1 (random)"),
          new Row("P1b", 168, "169 (SURW)"),
          new Row("P2", 10, "5 (random)"),
          new Row("P3", 10, "1 (random)"),
          new Row("P4", 10, "2 (random)"),
          new Row("P5", 9, "10 (POS)"),
          new Row("P6", 10, "1 (random)"),
          new Row("P7", 28, "29 (random)"),
          new Row("P8", 10, "-"),
          new Row("P9", 10, "-"),
          new Row("P10", 10, "-"),
          new Row("P11", 10, "-"),
          new Row("P12", 10, "-"),
          new Row("P13", 10, "-"),
          new Row("P14", 10, "-"),
          new Row("P15", 10, "-"),
          new Row("P16", 10, "-"),
          new Row("P17", 10, "-"));

  /** Prints a table; arguments choose programs by name. */
  public static void main(String[] arguments) throws IOException {
    System.out.printf(
        "executions until the failure; median [least-most] of seeds 1 to %d%n"
            + "%-8s %20s %14s %14s  %s%n",
        SEEDS, "program", "Heddle", "at most", "Fray", "findings");
    List<String> wanted = List.of(arguments);
    for (Row row : ROWS) {
      if (wanted.isEmpty() || wanted.contains(row.program)) {
        measure(row);
      }
    }
  }

  private static void measure(Row row) throws IOException {
    double[] executions = new double[SEEDS];
    var titles = new java.util.TreeMap<String, Integer>();
    try (BenchProgram program = BenchProgram.compile(row.program)) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        Report report = Check.explore(program.program(), settings(seed), _ -> {});
        if (report.verdict() instanceof Verdict.Fails fails) {
          executions[seed - 1] = fails.execution();
          titles.merge(fails.finding().title(), 1, Integer::sum);
        } else {
          executions[seed - 1] = Double.POSITIVE_INFINITY;
          titles.merge("seed " + seed + ": " + report.verdict(), 1, Integer::sum);
        }
      }
    }
    System.out.printf(
        "%-8s %20s %14d %14s  %s%n",
        row.program, Sample.of(executions), row.target, row.fray, titles);
  }

  private static Settings settings(long seed) {
    return new Settings(
        new Budget(TIME_MAX, Long.MAX_VALUE, Long.MAX_VALUE),
        StrategyKind.AUTO,
        TimePolicy.BOTH,
        seed,
        Optional.empty(),
        Settings.STEPS_PER_EXECUTION,
        RacePolicy.IGNORE);
  }
}
