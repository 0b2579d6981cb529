package heddle.bench;

import heddle.engine.Budget;
import heddle.engine.RacePolicy;
import heddle.engine.Report;
import heddle.engine.Settings;
import heddle.engine.Standby;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How many executions a second a random walk makes. Each run is a fresh child JVM; what it does
 * before the warm-up ends is not counted.
 *
 * <p>{@code heddle.bench.runs}, {@code heddle.bench.warmup} and {@code heddle.bench.seconds} change
 * how often and how long.
 */
public final class ThroughputBenchmark {
  private static final int RUNS = Integer.getInteger("heddle.bench.runs", 3);
  private static final Duration WARM_UP =
      Duration.ofSeconds(Integer.getInteger("heddle.bench.warmup", 7));
  private static final Duration MEASURED =
      Duration.ofSeconds(Integer.getInteger("heddle.bench.seconds", 3));

  private static final String HEAP = "1g";

  private ThroughputBenchmark() {}

  /** A program, what it is to reach, and whether it passes, so that {@link Check} goes on. */
  private record Row(String program, int target, boolean passes) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("Increments", 100_000, true),
          new Row("Philosophers", 60_000, false),
          new Row("PhilosophersOrdered", 60_000, true),
          new Row("SleepingPool", 40_000, true),
          new Row("RequestAndReply", 20_000, true));

  /** Prints a table; arguments choose programs by name. */
  public static void main(String[] arguments) throws IOException {
    System.out.printf(
        "random walk, seed 1; %d fresh JVMs a program, %d s of warm-up, %d s measured%n"
            + "%-20s %28s %28s %9s%n",
        RUNS,
        WARM_UP.toSeconds(),
        MEASURED.toSeconds(),
        "executions a second",
        "by the clock",
        "by processor time",
        "target");
    List<String> wanted = List.of(arguments);
    for (Row row : ROWS) {
      if (wanted.isEmpty() || wanted.contains(row.program)) {
        measure(row);
      }
    }
  }

  private static void measure(Row row) throws IOException {
    double[] wall = new double[RUNS];
    double[] cpu = new double[RUNS];
    try (BenchProgram program = BenchProgram.compile(row.program)) {
      for (int i = 0; i < RUNS; i++) {
        Rate rate = row.passes ? byCheck(program) : pastFindings(program);
        wall[i] = rate.wall();
        cpu[i] = rate.cpu();
      }
    }
    System.out.printf(
        "%-20s %28s %28s %,9d%n", row.program, Sample.of(wall), Sample.of(cpu), row.target);
  }

  private static Rate byCheck(BenchProgram program) throws IOException {
    var settings =
        new Settings(
                new Budget(WARM_UP.plus(MEASURED), Long.MAX_VALUE, Long.MAX_VALUE),
                StrategyKind.RANDOM,
                TimePolicy.STRICT,
                1,
                Optional.empty(),
                Settings.STEPS_PER_EXECUTION)
            .with(RacePolicy.IGNORE);
    Meter meter = new Meter(WARM_UP);
    Report report;
    try (Standby child = Standby.start(HEAP)) {
      report =
          child.explore(
              program.program(),
              settings,
              progress -> meter.read(progress.executions(), progress.nanos()));
    }
    if (!(report.verdict() instanceof heddle.engine.Verdict.NothingFound)) {
      throw new IllegalStateException(
          program.mainClass() + ": expected nothing found, got " + report.verdict());
    }
    return meter.rate();
  }

  private static Rate pastFindings(BenchProgram program) throws IOException {
    Meter meter = new Meter(WARM_UP);
    new Repeater("1g", Long.MAX_VALUE, WARM_UP.plus(MEASURED).toSeconds())
        .run(
            program,
            line -> {
              if (line.endings().isEmpty()) {
                meter.read(line.executions(), line.nanos());
              }
            });
    return meter.rate();
  }
}
