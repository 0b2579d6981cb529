package heddle.bench;

import heddle.engine.run.Repetition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A million executions of a program that often deadlocks, in a heap of 256 MiB: what is left of an
 * abandoned execution must not pile up.
 *
 * <p>Arguments: the program and the number of executions.
 */
public final class SoakBenchmark {
  private static final String HEAP = "256m";
  private static final long SECONDS_MAX = 600;
  private static final int MIB = 1 << 20;

  private SoakBenchmark() {}

  /** Prints how it went; ends with status 1 when the executions were not completed. */
  public static void main(String[] arguments) throws IOException {
    String name = arguments.length > 0 ? arguments[0] : "Philosophers";
    long executions = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
    List<Repetition.Line> lines = new ArrayList<>();
    try (BenchProgram program = BenchProgram.compile(name)) {
      new Repeater(HEAP, executions, SECONDS_MAX).run(program, lines::add);
    }
    Repetition.Line last = lines.getLast();
    System.out.printf(
        "%s: %,d executions in %.1f s in a heap of %s; %d MiB live at the end%nendings: %s%n",
        name, last.executions(), last.nanos() / 1e9, HEAP, last.heapBytes() / MIB, last.endings());
    tenths(lines, executions);
    if (last.executions() < executions) {
      System.exit(1);
    }
  }

  /** Prints the rate of each tenth of the executions: it must not fall. */
  private static void tenths(List<Repetition.Line> lines, long executions) {
    System.out.print("executions a second, by tenth:");
    Repetition.Line begin = lines.getFirst();
    int tenth = 1;
    for (Repetition.Line line : lines) {
      if (line.executions() >= executions * tenth / 10 && line.nanos() > begin.nanos()) {
        double seconds = (line.nanos() - begin.nanos()) / 1e9;
        System.out.printf(" %,.0f", (line.executions() - begin.executions()) / seconds);
        begin = line;
        tenth++;
      }
    }
    System.out.println();
  }
}
