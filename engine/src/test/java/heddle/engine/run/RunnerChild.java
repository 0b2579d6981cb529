package heddle.engine.run;

import heddle.engine.CompiledProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A child JVM in which a {@link RunnerTask} sees each execution, not only the report. */
final class RunnerChild {
  /** Keeps the patched classes of the JDK from one child of this JVM to the next. */
  private static final Path PATCHES =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "heddle-test-" + ProcessHandle.current().pid() + ".bin");

  private RunnerChild() {}

  /**
   * Runs {@code task} on {@code program} and returns the lines that it printed.
   *
   * @param executions what the task takes for its bound
   */
  static List<String> run(RunnerTask task, CompiledProgram program, int executions)
      throws IOException, InterruptedException {
    Path jar = ChildCommand.agentJar(RunnerTask.class);
    PATCHES.toFile().deleteOnExit();
    try {
      Process child =
          new ProcessBuilder(command(jar, task, program, executions))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
        List<String> lines = reader.lines().toList();
        int status = child.waitFor();
        if (status != 0) {
          throw new IOException("%s: status %d after %s".formatted(task, status, lines));
        }
        return lines;
      }
    } finally {
      Files.delete(jar);
    }
  }

  private static List<String> command(
      Path jar, RunnerTask task, CompiledProgram program, int executions) {
    List<String> arguments =
        List.of(
            task.name(),
            program.classes().toString(),
            program.mainClass(),
            Integer.toString(executions),
            PATCHES.toString());
    return ChildCommand.of(jar, "512m", arguments);
  }
}
