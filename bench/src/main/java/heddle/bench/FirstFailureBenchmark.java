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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many executions it takes to find the failure of P1 to P17, seeds 1 to 20, by the default
 * settings but that data races alone do not count, and for P1 to P7 by single strategies as well,
 * beside Fray's.
 *
 * <p>Fray's medians are those of commit b565054 (July 2026) on the same kind of machine, with a
 * one-line patch that makes it see plain fields. It was not run on P8 to P17.
 */
public final class FirstFailureBenchmark {
  private static final int SEEDS = Integer.getInteger("heddle.bench.seeds", 20);
  private static final Duration TIME_MAX = Duration.ofSeconds(20);

  /** The median by default settings may be so high. */
  private static final int TARGET = 10;

  /** Executions of a single strategy after which it has not found it, as in Fray's measurement. */
  private static final long EXECUTIONS_MAX = 2_000;

  private static final String FORMAT = "%-8s %16s %18s %6s %18s %6s %18s %6s  %s%n";

  private FirstFailureBenchmark() {}

  /** A program, and Fray's medians for it; none where it was not run. */
  private record Row(String program, String random, String pct, String pos) {
    Row(String program) {
      this(program, "", "", "");
    }

    boolean isMeasured() {
      return !random.isEmpty();
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row("P1", "1", "3", "1"),
          new Row("P1b", "196", "none", "283"),
          new Row("P2", "5", "28", "6"),
          new Row("P3", "1", "1", "2"),
          new Row("P4", "2", "5", "3"),
          new Row("P5", "11", "201", "10"),
          new Row("P6", "1", "2", "1"),
          new Row("P7", "29", "56", "43"),
          new Row("P8"),
          new Row("P9"),
          new Row("P10"),
          new Row("P11"),
          new Row("P12"),
          new Row("P13"),
          new Row("P14"),
          new Row("P15"),
          new Row("P16"),
          new Row("P17"));

  /** Prints a table; arguments choose programs by name. */
  public static void main(String[] arguments) throws IOException {
    System.out.printf(
        "executions until the failure; median [least-most] of seeds 1 to %d;"
            + " by default settings at most %d%n",
        SEEDS, TARGET);
    System.out.printf(
        FORMAT, "program", "default", "random", "Fray", "PCT", "Fray", "POS", "Fray", "findings");
    List<String> wanted = List.of(arguments);
    for (Row row : ROWS) {
      if (wanted.isEmpty() || wanted.contains(row.program)) {
        measure(row);
      }
    }
  }

  private static void measure(Row row) throws IOException {
    Map<String, Integer> titles = new TreeMap<>();
    try (BenchProgram program = BenchProgram.compile(row.program)) {
      System.out.printf(
          FORMAT,
          row.program,
          median(program, StrategyKind.AUTO, titles),
          row.isMeasured() ? median(program, StrategyKind.RANDOM, titles) : "",
          row.random,
          row.isMeasured() ? median(program, StrategyKind.PCT, titles) : "",
          row.pct,
          row.isMeasured() ? median(program, StrategyKind.POS, titles) : "",
          row.pos,
          titles);
    }
  }

  private static String median(
      BenchProgram program, StrategyKind strategy, Map<String, Integer> titles) throws IOException {
    double[] executions = new double[SEEDS];
    for (int seed = 1; seed <= SEEDS; seed++) {
      Report report = Check.explore(program.program(), settings(strategy, seed), _ -> {});
      if (report.verdict() instanceof Verdict.Fails fails) {
        executions[seed - 1] = fails.execution();
        titles.merge(fails.finding().title(), 1, Integer::sum);
      } else {
        executions[seed - 1] = Double.POSITIVE_INFINITY;
        titles.merge("not found", 1, Integer::sum);
      }
    }
    return Sample.of(executions).toString();
  }

  private static Settings settings(StrategyKind strategy, long seed) {
    long executionsMax = strategy == StrategyKind.AUTO ? Long.MAX_VALUE : EXECUTIONS_MAX;
    return new Settings(
            new Budget(TIME_MAX, executionsMax, Long.MAX_VALUE),
            strategy,
            TimePolicy.BOTH,
            seed,
            Optional.empty(),
            Settings.STEPS_PER_EXECUTION)
        .with(RacePolicy.IGNORE);
  }
}
