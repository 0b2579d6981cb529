package heddle.engine.run;

import heddle.engine.Check;
import heddle.hooks.Hooks;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * How a JVM is started in which a program can run under control, whatever its main class does with
 * it.
 */
public final class ChildCommand {
  private ChildCommand() {}

  /**
   * Writes a jar that holds nothing but the manifest that makes {@code main} the main class and an
   * agent. The caller deletes it.
   *
   * @param main a class with {@code main} and {@code agentmain}; it may stand outside the engine
   * @throws IOException when the jar can not be written
   */
  public static Path agentJar(Class<?> main) throws IOException {
    Set<Path> classPath = new LinkedHashSet<>();
    classPath.add(CodeSource.of(Check.class));
    classPath.add(CodeSource.of(main));
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        classPath.stream().map(path -> path.toUri().toString()).collect(Collectors.joining(" ")));
    attributes.putValue("Launcher-Agent-Class", main.getName());
    attributes.putValue("Can-Redefine-Classes", "true");
    attributes.putValue(
        "Add-Exports",
        "java.base/jdk.internal.access java.base/jdk.internal.misc java.base/jdk.internal.vm"
            + " java.base/jdk.internal.vm.annotation java.base/sun.net java.base/sun.nio.ch");
    attributes.putValue(
        "Add-Opens",
        "java.base/java.lang java.base/java.util java.base/java.util.concurrent"
            + " java.base/java.util.concurrent.locks java.base/jdk.internal.vm");
    Path jar = Files.createTempFile("heddle-runner", ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    }
    return jar;
  }

  /**
   * Returns the command that runs {@code jar} with a heap of {@code heap}, such as {@code 256m},
   * and {@code arguments}.
   */
  public static List<String> of(Path jar, String heap, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(opened());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx" + heap,
            "-Xss1m",
            "-XX:+UnlockExperimentalVMOptions",
            // Identity hash codes must not differ from one execution to the next.
            "-XX:hashCode=2",
            "-XX:ActiveProcessorCount=4",
            "-Djdk.trackAllThreads=false",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3",
            "-Duser.timezone=UTC",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            // The simulated network speaks IPv4, and remembers no names between executions.
            "-Djava.net.preferIPv4Stack=true",
            "-Dsun.net.inetaddr.ttl=0",
            "-Dsun.net.inetaddr.negative.ttl=0",
            "-Xbootclasspath/a:" + CodeSource.of(Hooks.class),
            "-Xlog:disable",
            "-jar",
            jar.toString()));
    command.addAll(arguments);
    return command;
  }

  /**
   * Returns flags that open to the program what is open to the class path of this JVM: a program
   * that needs {@code --add-opens} gets it from whoever checks it.
   */
  private static List<String> opened() {
    Module program = ChildCommand.class.getModule();
    List<String> flags = new ArrayList<>();
    for (Module module : ModuleLayer.boot().modules()) {
      if (module.isNamed() && !module.getDescriptor().isOpen()) {
        opened(module, program, flags);
      }
    }
    return flags;
  }

  private static void opened(Module module, Module program, List<String> flags) {
    Set<String> declared =
        module.getDescriptor().opens().stream()
            .filter(opens -> !opens.isQualified())
            .map(ModuleDescriptor.Opens::source)
            .collect(Collectors.toSet());
    for (String name : module.getPackages()) {
      if (!declared.contains(name) && module.isOpen(name, program)) {
        flags.add("--add-opens");
        flags.add(module.getName() + "/" + name + "=ALL-UNNAMED");
      }
    }
  }
}
