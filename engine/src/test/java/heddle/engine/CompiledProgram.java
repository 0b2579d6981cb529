package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.simulation.Simulation;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A program of the collections, compiled.
 *
 * @param source the source file
 * @param classes the folder with its classes
 */
public record CompiledProgram(Path source, Path classes) {
  private static final Path COLLECTION = Path.of("src/test/programs");
  private static final Path BENCH = Path.of("../bench/programs");

  /**
   * Compiles {@code name}, such as {@code bench/P1} or {@code locks/TryLock}, into a folder of its
   * own under {@code folder}.
   */
  public static CompiledProgram compile(String name, Path folder) throws IOException {
    Path source =
        name.startsWith("bench/")
            ? BENCH.resolve(name.substring("bench/".length()) + ".java")
            : COLLECTION.resolve(name + ".java");
    return compile(source, folder.resolve(name));
  }

  /** Compiles the file {@code source} into the folder {@code classes}, which is created. */
  public static CompiledProgram compile(Path source, Path classes) throws IOException {
    compile(List.of(source), classes);
    return new CompiledProgram(source, classes);
  }

  /** Compiles the files of the folder {@code sources}, which belong together. */
  public static void compileAll(Path sources, Path classes) throws IOException {
    try (Stream<Path> files = Files.list(sources)) {
      compile(files.sorted().toList(), classes);
    }
  }

  private static void compile(List<Path> sources, Path classes) throws IOException {
    Files.createDirectories(classes);
    var compiler = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      String seen = classPath(sources.getFirst());
      List<String> options = List.of("-g", "-proc:none", "-cp", seen, "-d", classes.toString());
      var units = files.getJavaFileObjectsFromPaths(sources);
      boolean compiled = compiler.getTask(diagnostics, files, null, options, null, units).call();
      assertThat(compiled).as("%s compiles: %s", sources, diagnostics).isTrue();
    }
  }

  /**
   * Returns the class path to compile {@code source} with: empty, unless it names {@code
   * heddle.simulation}.
   */
  static String classPath(Path source) throws IOException {
    if (!Files.readString(source).contains("import heddle.simulation.")) {
      return "";
    }
    var hooks = Simulation.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(hooks.toString())).toString();
  }

  /** Returns the name of the class with {@code main}. */
  public String mainClass() {
    return String.valueOf(source.getFileName()).replace(".java", "");
  }

  /** Returns the program, with nothing to read and no arguments. */
  public Program program() {
    return new Program(
        List.of(classes),
        List.of(Objects.requireNonNull(source.toAbsolutePath().getParent())),
        mainClass(),
        List.of(),
        new byte[0]);
  }
}
