package heddle.bench;

import heddle.engine.run.Repetition.Detection;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What looking for data races costs: executions a second of a random walk without and with it, and
 * how many times slower it gets. Each run is a fresh child JVM; what it does before the warm-up
 * ends is not counted.
 *
 * <p>{@code heddle.bench.runs}, {@code heddle.bench.warmup} and {@code heddle.bench.seconds} change
 * how often and how long.
 */
public final class RacesBenchmark {
  private static final int RUNS = Integer.getInteger("heddle.bench.runs", 3);
  private static final Duration WARM_UP =
      Duration.ofSeconds(Integer.getInteger("heddle.bench.warmup", 4));
  private static final Duration MEASURED =
      Duration.ofSeconds(Integer.getInteger("heddle.bench.seconds", 3));

  private static final List<String> PROGRAMS =
      List.of("Increments", "PhilosophersOrdered", "SleepingPool", "P5");

  private RacesBenchmark() {}

  /** Prints a table; arguments choose programs by name. */
  public static void main(String[] arguments) throws IOException {
    System.out.printf(
        "random walk, seed 1; %d fresh JVMs a program and a column, by processor time%n"
            + "%-20s %28s %28s %8s%n",
        RUNS, "executions a second", "without detection", "with detection", "slower");
    List<String> wanted = arguments.length == 0 ? PROGRAMS : List.of(arguments);
    for (String name : wanted) {
      try (BenchProgram program = BenchProgram.compile(name)) {
        double[] without = new double[RUNS];
        double[] with = new double[RUNS];
        double[] ratios = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
          without[i] = rate(program, Detection.OFF);
          with[i] = rate(program, Detection.ON);
          ratios[i] = without[i] / with[i];
        }
        Arrays.sort(ratios);
        System.out.printf(
            "%-20s %28s %28s %7.1f×%n",
            name, Sample.of(without), Sample.of(with), ratios[RUNS / 2]);
      }
    }
  }

  private static double rate(BenchProgram program, Detection detection) throws IOException {
    Meter meter = new Meter(WARM_UP);
    new Repeater("1g", Long.MAX_VALUE, WARM_UP.plus(MEASURED).toSeconds(), detection)
        .run(
            program,
            line -> {
              if (line.endings().isEmpty()) {
                meter.read(line.executions(), line.nanos());
              }
            });
    return meter.rate().cpu();
  }
}
