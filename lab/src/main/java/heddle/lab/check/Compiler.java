package heddle.lab.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles programs in this JVM with the JDK's own compiler. Nothing of the program runs here: no
 * annotation processor is called, and no class of it is loaded.
 *
 * <p>Confined to one thread at a time; each worker has its own, because what it keeps open makes
 * the next compilation fast.
 */
public final class Compiler implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of("-g", "-proc:none", "-Xlint:none", "-XDshould-stop.ifError=FLOW", "-cp", "");

  /** More errors than this help nobody. */
  private static final int PROBLEMS_MAX = 100;

  private final JavaCompiler compiler;
  private final StandardJavaFileManager manager;

  /**
   * Creates a compiler.
   *
   * @throws IllegalStateException when this JVM is a runtime without a compiler
   */
  public Compiler() {
    JavaCompiler found = ToolProvider.getSystemJavaCompiler();
    if (found == null) {
      throw new IllegalStateException(
          "java: expected a JDK with a compiler, got "
              + System.getProperty("java.home")
              + ": set HEDDLE_JDK to a JDK 25");
    }
    this.compiler = found;
    this.manager = found.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
  }

  /**
   * What the compiler has to say about a place in a source.
   *
   * @param error whether it keeps the program from being compiled
   * @param file the file's name
   * @param line from 1
   * @param column from 1
   * @param start position of the first character, from 0
   * @param end position after the last character; never before {@code start}
   * @param message the compiler's words
   */
  public record Problem(
      boolean error, String file, int line, int column, int start, int end, String message) {}

  /**
   * What came of compiling.
   *
   * @param problems errors and warnings; errors mean that there are no classes
   * @param mainClass the first class with a {@code main}, in the order of the files; empty when
   *     there is none
   */
  public record Compiled(List<Problem> problems, Optional<String> mainClass) {
    /** Copies the list. */
    public Compiled {
      problems = List.copyOf(problems);
    }

    /** Returns whether there are classes. */
    public boolean works() {
      return problems.stream().noneMatch(Problem::error);
    }
  }

  /** Says what is wrong with a program; writes nothing. */
  public List<Problem> diagnose(List<SourceFile> files) throws IOException {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavacTask task = task(files, said, OPTIONS);
    try {
      task.analyze();
    } catch (RuntimeException broken) {
      throw defect(broken);
    }
    return problems(said);
  }

  /** Compiles a program into {@code folder}. */
  public Compiled compile(List<SourceFile> files, Path folder) throws IOException {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("-d", folder.toString()));
    JavacTask task = task(files, said, options);
    List<String> mains = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        mains.addAll(mainsIn(unit));
      }
      task.analyze();
      if (problems(said).stream().noneMatch(Problem::error)) {
        task.generate();
      }
    } catch (RuntimeException broken) {
      throw defect(broken);
    }
    return new Compiled(problems(said), mains.stream().findFirst());
  }

  /** Returns a task that has done nothing yet, and whose complaints are dropped. */
  JavacTask taskFor(List<SourceFile> files) {
    return task(files, new DiagnosticCollector<>(), OPTIONS);
  }

  private JavacTask task(
      List<SourceFile> files, DiagnosticCollector<JavaFileObject> said, List<String> options) {
    List<TextFile> units = files.stream().map(TextFile::new).toList();
    return (JavacTask) compiler.getTask(null, manager, said, options, null, units);
  }

  /** The compiler itself broke down, as it may on text that no one has fed it before. */
  private static IOException defect(RuntimeException broken) {
    return new IOException("the compiler broke down: " + broken.getClass().getSimpleName(), broken);
  }

  private static List<Problem> problems(DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream()
        .filter(one -> one.getSource() != null)
        .limit(PROBLEMS_MAX)
        .map(one -> {
          int start = (int) Math.max(0, one.getStartPosition());
          return new Problem(
              one.getKind() == javax.tools.Diagnostic.Kind.ERROR,
              ((TextFile) one.getSource()).file().name(),
              (int) Math.max(1, one.getLineNumber()),
              (int) Math.max(1, one.getColumnNumber()),
              start,
              (int) Math.max(start, one.getEndPosition()),
              one.getMessage(Locale.ROOT));
        })
        .toList();
  }

  private static List<String> mainsIn(CompilationUnitTree unit) {
    String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
    List<String> names = new ArrayList<>();
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree named && hasMain(named)) {
        names.add(prefix + named.getSimpleName());
      }
    }
    return names;
  }

  private static boolean hasMain(ClassTree type) {
    return type.getMembers().stream()
        .anyMatch(member ->
            member instanceof MethodTree method
                && method.getName().contentEquals("main")
                && method.getParameters().size() <= 1
                && !method.getModifiers().getFlags().contains(Modifier.PRIVATE));
  }

  @Override
  public void close() throws IOException {
    manager.close();
  }
}
