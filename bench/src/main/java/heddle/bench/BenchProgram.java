package heddle.bench;

import heddle.engine.Program;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A program of {@code bench/programs}, compiled into a folder of its own until it is closed. */
final class BenchProgram implements AutoCloseable {
  private final Path source;
  private final Path classes;

  private BenchProgram(Path source, Path classes) {
    this.source = source;
    this.classes = classes;
  }

  /**
   * Compiles the program called {@code name}; the folder with the programs is the system property
   * {@code heddle.bench.programs}.
   */
  static BenchProgram compile(String name) throws IOException {
    Path folder = Path.of(System.getProperty("heddle.bench.programs", "bench/programs"));
    return compile(folder.resolve(name + ".java"));
  }

  /** Compiles the program in the file {@code source}. */
  static BenchProgram compile(Path source) throws IOException {
    Path classes = Files.createTempDirectory("heddle-bench");
    var program = new BenchProgram(source, classes);
    var compiler = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-g", "-proc:none", "-cp", "", "-d", classes.toString());
      var units = files.getJavaFileObjects(source);
      if (!compiler.getTask(diagnostics, files, null, options, null, units).call()) {
        program.close();
        throw new IOException(source + " does not compile: " + diagnostics);
      }
    }
    return program;
  }

  Path source() {
    return source;
  }

  Path classes() {
    return classes;
  }

  /** Returns the name of the class with {@code main}. */
  String mainClass() {
    return String.valueOf(source.getFileName()).replace(".java", "");
  }

  Program program() {
    return new Program(List.of(classes), List.of(), mainClass(), List.of(), new byte[0]);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
