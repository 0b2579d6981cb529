package heddle.bench;

import heddle.engine.Check;
import heddle.engine.run.ChildCommand;
import heddle.engine.run.Repetition;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Explores a program in a child JVM and goes on after a finding, which {@link Check} does not.
 *
 * @param heap the child's heap, such as {@code 256m}
 * @param executions when to stop
 * @param seconds when to stop, whichever is first
 * @param detection how often data races are looked for
 */
record Repeater(String heap, long executions, long seconds, Repetition.Detection detection) {
  /** The same with data races looked for as often as in any exploration. */
  Repeater(String heap, long executions, long seconds) {
    this(heap, executions, seconds, Repetition.Detection.USUAL);
  }

  /** Runs the child and hands on each line that it prints: see {@link Repetition}. */
  void run(BenchProgram program, Consumer<Repetition.Line> lines) throws IOException {
    Path jar = ChildCommand.agentJar(Repetition.class);
    try {
      Process child =
          new ProcessBuilder(command(program, jar))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
        reader.lines().map(Repetition.Line::parse).forEach(lines);
      }
      int status = child.waitFor();
      if (status != 0) {
        throw new IOException("the child ended with status " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(jar);
    }
  }

  private List<String> command(BenchProgram program, Path jar) {
    List<String> arguments =
        List.of(
            program.classes().toString(),
            program.mainClass(),
            Long.toString(executions),
            Long.toString(seconds),
            program.classes().resolve("patches.bin").toString(),
            detection.name());
    return ChildCommand.of(jar, heap, arguments);
  }
}
