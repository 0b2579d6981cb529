package heddle.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The files of the project, as the rules read them. */
final class Sources {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Sources() {}

  /** One parsed Java file. */
  record Parsed(Path file, CompilationUnitTree unit, Trees trees) {
    /** Returns the line of a position in the file. */
    long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }

    /** Returns the file below the root of the project. */
    String name() {
      return ROOT.relativize(file).toString();
    }
  }

  /** Returns every text file of ours with one of the endings. */
  static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(Sources::isOurs)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }

  private static boolean isOurs(Path file) {
    for (Path part : ROOT.relativize(file)) {
      String name = part.toString();
      if (name.equals("target") || name.equals(".git") || name.equals(".idea")) {
        return false;
      }
    }
    return true;
  }

  /** Returns the file below the root of the project. */
  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }

  /**
   * Returns every Java file of the product and its tests, parsed; programs to be checked are not
   * among them.
   */
  static List<Parsed> java() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> files = files(".java").stream().filter(file -> !isProgram(file)).toList();
    try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      List<Parsed> parsed = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        parsed.add(new Parsed(Path.of(unit.getSourceFile().toUri()), unit, trees));
      }
      return parsed;
    }
  }

  /** Programs for Heddle to check are written the way strangers write them, on purpose. */
  static boolean isProgram(Path file) {
    String name = name(file);
    return name.contains("programs/") || name.startsWith("etc/") || name.startsWith("course/");
  }
}
