package heddle.bench;

import heddle.engine.Check;
import heddle.engine.run.Repetition;
import heddle.hooks.Hooks;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Explores a program in a child JVM and goes on after a finding, which {@link Check} does not.
 *
 * @param heap the child's heap, such as {@code 256m}
 * @param executions when to stop
 * @param seconds when to stop, whichever is first
 */
record Repeater(String heap, long executions, long seconds) {
  /** Runs the child and hands on each line that it prints: see {@link Repetition}. */
  void run(BenchProgram program, Consumer<Repetition.Line> lines) throws IOException {
    Path jar = agentJar();
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

  /** The flags are those of the engine's own child JVM, so that the figures are its own too. */
  private List<String> command(BenchProgram program, Path jar) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx" + heap,
            "-Xss1m",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=2",
            "-XX:ActiveProcessorCount=4",
            "-Djdk.trackAllThreads=false",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3",
            "-Xbootclasspath/a:" + codeSource(Hooks.class),
            "-jar",
            jar.toString(),
            program.classes().toString(),
            program.mainClass(),
            Long.toString(executions),
            Long.toString(seconds)));
    return command;
  }

  private static Path agentJar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Repetition.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        codeSource(Check.class).toUri() + " " + codeSource(Repetition.class).toUri());
    attributes.putValue("Launcher-Agent-Class", Repetition.class.getName());
    attributes.putValue("Can-Redefine-Classes", "true");
    attributes.putValue(
        "Add-Exports",
        "java.base/jdk.internal.misc java.base/jdk.internal.vm java.base/jdk.internal.vm.annotation");
    attributes.putValue(
        "Add-Opens",
        "java.base/java.lang java.base/java.util java.base/java.util.concurrent"
            + " java.base/java.util.concurrent.locks java.base/jdk.internal.vm");
    Path jar = Files.createTempFile("heddle-bench", ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    }
    return jar;
  }

  private static Path codeSource(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
