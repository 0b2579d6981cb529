package heddle.bench;

import heddle.engine.run.ChildCommand;
import heddle.engine.run.Counting;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Executions that the reduced search of a right program takes, beside its interleavings and their
 * classes; the search is optimal where it takes one execution a class.
 *
 * <p>Arguments: the programs; all of {@code reduction} and the increments by default.
 */
public final class ReductionBenchmark {
  /** Interleavings after which the count of all of them is given up. */
  private static final long INTERLEAVINGS_MAX = 5_000_000;

  private static final List<String> PROGRAMS =
      List.of(
          "Increments",
          "reduction/CounterWithLock",
          "reduction/Philosophers3",
          "reduction/Philosophers4",
          "reduction/BoundedBuffer",
          "reduction/ReadersWriters",
          "reduction/Peterson",
          "reduction/TreiberStack");

  private ReductionBenchmark() {}

  /** Prints a table. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(
        "| program | executions | cut off | interleavings | classes | optimal | milliseconds |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | --- | ---: |");
    for (String name : arguments.length > 0 ? List.of(arguments) : PROGRAMS) {
      try (BenchProgram program = BenchProgram.compile(name)) {
        row(name, count(program));
      }
    }
  }

  private static void row(String name, Counting.Line line) {
    boolean once = line.completed() == line.distinct() && line.pruned() == 0;
    String optimal =
        line.all() ? (once && line.distinct() == line.classes() ? "yes" : "no") : "not counted";
    System.out.printf(
        "| %s | %,d | %,d | %s%,d | %,d | %s | %,.0f |%n",
        name.substring(name.indexOf('/') + 1),
        line.completed(),
        line.pruned(),
        line.all() ? "" : "> ",
        line.interleavings(),
        line.classes(),
        optimal,
        line.nanos() / 1e6);
  }

  private static Counting.Line count(BenchProgram program) throws IOException {
    Path jar = ChildCommand.agentJar(Counting.class);
    try {
      List<String> arguments =
          List.of(
              program.classes().toString(),
              program.mainClass(),
              Long.toString(INTERLEAVINGS_MAX),
              program.classes().resolve("patches.bin").toString());
      Process child =
          new ProcessBuilder(ChildCommand.of(jar, "2g", arguments))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
        String line = reader.readLine();
        int status = child.waitFor();
        if (line == null || status != 0) {
          throw new IOException("the child ended with status " + status);
        }
        return Counting.Line.parse(line);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(jar);
    }
  }
}
