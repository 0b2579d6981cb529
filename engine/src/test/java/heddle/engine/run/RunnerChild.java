package heddle.engine.run;

import heddle.engine.Check;
import heddle.engine.CompiledProgram;
import heddle.hooks.Hooks;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

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
    Path jar = agentJar();
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
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=2",
            "-XX:ActiveProcessorCount=4",
            "-Djdk.trackAllThreads=false",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3",
            "-Xbootclasspath/a:" + CodeSource.of(Hooks.class),
            "-jar",
            jar.toString(),
            task.name(),
            program.classes().toString(),
            program.mainClass(),
            Integer.toString(executions),
            PATCHES.toString()));
    return command;
  }

  private static Path agentJar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, RunnerTask.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        CodeSource.of(Check.class).toUri() + " " + CodeSource.of(RunnerTask.class).toUri());
    attributes.putValue("Launcher-Agent-Class", RunnerTask.class.getName());
    attributes.putValue("Can-Redefine-Classes", "true");
    attributes.putValue(
        "Add-Exports",
        "java.base/jdk.internal.misc java.base/jdk.internal.vm java.base/jdk.internal.vm.annotation");
    attributes.putValue(
        "Add-Opens",
        "java.base/java.lang java.base/java.util java.base/java.util.concurrent"
            + " java.base/java.util.concurrent.locks java.base/jdk.internal.vm");
    Path jar = Files.createTempFile("heddle-test", ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    }
    return jar;
  }
}
