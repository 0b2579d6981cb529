package heddle.bench;

import heddle.engine.run.ChildCommand;
import heddle.engine.run.Tracing;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether the same seed gives the same executions in each of a hundred fresh JVMs, event by event:
 * for programs whose threads, timers and sockets are those of a whole HTTP client and server, say.
 *
 * <p>Arguments: source files of programs. {@code heddle.bench.jvms} changes how many JVMs.
 */
public final class SameTraceBenchmark {
  private static final int JVMS = Integer.getInteger("heddle.bench.jvms", 100);
  private static final int EXECUTIONS = 20;

  private static final List<String> PROGRAMS =
      List.of(
          "engine/src/test/programs/network/ChatThreeClients.java",
          "engine/src/test/programs/http/ClientAndServer.java");

  private SameTraceBenchmark() {}

  /** Prints a line a program; ends with status 1 when a JVM differs from the first. */
  public static void main(String[] arguments) throws IOException {
    boolean same = true;
    for (String name : arguments.length > 0 ? List.of(arguments) : PROGRAMS) {
      try (BenchProgram program = BenchProgram.compile(Path.of(name))) {
        same &= compare(name, program);
      }
    }
    if (!same) {
      System.exit(1);
    }
  }

  private static boolean compare(String name, BenchProgram program) throws IOException {
    List<String> first = trace(program);
    for (int jvm = 2; jvm <= JVMS; jvm++) {
      List<String> other = trace(program);
      if (!other.equals(first)) {
        System.out.printf("%s: JVM %d of %d differs: %s%n", name, jvm, JVMS, where(first, other));
        return false;
      }
    }
    System.out.printf(
        "%s: the same %d executions and %,d events in each of %d JVMs%n",
        name, EXECUTIONS, first.size() - EXECUTIONS, JVMS);
    return true;
  }

  private static String where(List<String> first, List<String> other) {
    int line = 0;
    while (line < Math.min(first.size(), other.size()) && first.get(line).equals(other.get(line))) {
      line++;
    }
    return line < Math.min(first.size(), other.size())
        ? "%s, not %s".formatted(other.get(line), first.get(line))
        : "%d lines, not %d".formatted(other.size(), first.size());
  }

  private static List<String> trace(BenchProgram program) throws IOException {
    Path jar = ChildCommand.agentJar(Tracing.class);
    try {
      List<String> arguments =
          List.of(
              program.classes().toString(),
              program.mainClass(),
              Integer.toString(EXECUTIONS),
              program.classes().resolve("patches.bin").toString());
      Process child =
          new ProcessBuilder(ChildCommand.of(jar, "512m", arguments))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
        List<String> lines = reader.lines().toList();
        int status = child.waitFor();
        if (status != 0) {
          throw new IOException("the child ended with status " + status);
        }
        return lines;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(jar);
    }
  }
}
