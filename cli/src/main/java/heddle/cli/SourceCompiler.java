package heddle.cli;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import heddle.engine.Check;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a program in this JVM, which saves the start of another one. */
final class SourceCompiler {
  private final PrintStream errors;

  SourceCompiler(PrintStream errors) {
    this.errors = errors;
  }

  /**
   * Compiles source files, and whatever they use from {@code sourceRoot}.
   *
   * @param output folder for the class files
   * @return the binary names of the files' top-level classes, in the order in which they stand
   *     there
   * @throws UserError when they do not compile; the compiler's own words are printed before
   */
  List<String> compile(List<Path> files, Path sourceRoot, List<Path> classPath, Path output)
      throws UserError, IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new UserError(
          "java: expected a JDK, got a runtime without a compiler at "
              + System.getProperty("java.home")
              + ": install a JDK 25, or set HEDDLE_JDK to one");
    }
    var words = new StringWriter();
    var topLevel = new TopLevelClasses();
    try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  words,
                  manager,
                  null,
                  options(sourceRoot, classPath, output),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      task.addTaskListener(topLevel);
      if (!task.call()) {
        errors.print(words);
        throw new UserError(doesNotCompile(files));
      }
    }
    return topLevel.names;
  }

  private static List<String> options(Path sourceRoot, List<Path> classPath, Path output) {
    return List.of(
        "-g",
        "-proc:none",
        "-nowarn",
        "-Xlint:none",
        "-implicit:class",
        "-d",
        output.toString(),
        "-sourcepath",
        sourceRoot.toString(),
        "-cp",
        Stream.concat(
                classPath.isEmpty() ? Stream.of(output) : classPath.stream(),
                Stream.of(Check.simulation()))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
  }

  private static String doesNotCompile(List<Path> files) {
    String what =
        files.size() == 1 ? files.getFirst() + " does" : "the " + files.size() + " files do";
    return what + " not compile: mend what javac says above, then check again";
  }

  /** Notes the classes as they are parsed: class files alone no longer tell the order. */
  private static final class TopLevelClasses implements TaskListener {
    private final List<String> names = new ArrayList<>();

    @Override
    public void finished(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.PARSE) {
        CompilationUnitTree unit = event.getCompilationUnit();
        String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        for (Tree type : unit.getTypeDecls()) {
          if (type instanceof ClassTree named) {
            names.add(prefix + named.getSimpleName());
          }
        }
      }
    }
  }
}
