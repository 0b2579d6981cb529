package heddle.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * How long {@code ./heddle check} takes on a small program that fails: from the start of the
 * process to its end, with nothing running beforehand.
 *
 * <p>Argument: the command, by default {@code ./heddle}. It is run twice before it counts: the
 * first run builds what has not been built and makes its caches.
 */
public final class ColdStartBenchmark {
  private static final int WARM_UP = 2;
  private static final int RUNS = Integer.getInteger("heddle.bench.runs", 10);
  private static final int TARGET_MILLIS = 1_000;

  /** Exit status of a check that found something. */
  private static final int FOUND = 1;

  private ColdStartBenchmark() {}

  /** Prints the times. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String command = arguments.length > 0 ? arguments[0] : "./heddle";
    Path program =
        Path.of(System.getProperty("heddle.bench.programs", "bench/programs"), "P1.java");
    double[] millis = new double[RUNS];
    for (int i = -WARM_UP; i < RUNS; i++) {
      double took = check(command, program);
      if (i >= 0) {
        millis[i] = took;
      }
    }
    System.out.printf(
        "%s check %s: %s ms; median [least-most] of %d fresh processes; at most %,d%n",
        command, program, Sample.of(millis), RUNS, TARGET_MILLIS);
  }

  private static double check(String command, Path program)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command, "check", program.toString())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int status = process.waitFor();
    long nanos = System.nanoTime() - start;
    if (status != FOUND) {
      throw new IOException(
          "%s check %s: expected status %d, got %d".formatted(command, program, FOUND, status));
    }
    return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}
