package heddle.cli;

import heddle.engine.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program ready to run: its classes, freshly compiled where it was given as sources.
 *
 * <p>Closing it deletes what was compiled.
 */
final class ProgramFiles implements AutoCloseable {
  /**
   * More sources than this are not a program to explore but a folder given by mistake, such as a
   * home folder.
   */
  private static final int SOURCES_MAX = 2_000;

  private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;");

  private final ClassPath classPath;
  private final List<Path> sources;
  private final String mainClass;
  private final List<Path> temporary;

  private ProgramFiles(
      ClassPath classPath, List<Path> sources, String mainClass, List<Path> temporary) {
    this.classPath = classPath;
    this.sources = sources;
    this.mainClass = mainClass;
    this.temporary = temporary;
  }

  /** Finds out whether there is anything to run, before a JVM is started for it. */
  static Path requireProgram(ProgramOptions options, @Nullable String program) throws UserError {
    if (program == null) {
      throw new UserError(
          "expected a program, got none: name a source file, a folder of sources, or -cp PATH and a"
              + " class");
    }
    Path path = path(program);
    if (program.endsWith(".java") && !Files.exists(path)) {
      throw new UserError(program + ": there is no such file: check the name and the folder");
    }
    return path;
  }

  /** Finds the program that was asked for, and compiles it if need be. */
  static ProgramFiles open(ProgramOptions options, @Nullable String given, PrintStream errors)
      throws UserError, IOException {
    Path path = requireProgram(options, given);
    String program = path.toString();
    if (Files.isDirectory(path)) {
      return compiled(options, path, sourcesIn(path), errors);
    }
    if (program.endsWith(".java")) {
      return compiled(options, path, List.of(path), errors);
    }
    if (options.classPath.isEmpty()) {
      throw new UserError(
          (Files.exists(path)
                  ? program + ": expected a file that ends in .java"
                  : program + ": there is no such file or folder")
              + " (for a compiled class, say where it is: -cp PATH "
              + program
              + ")");
    }
    return ofClasses(options, program);
  }

  private static Path path(String program) throws UserError {
    try {
      return Path.of(program);
    } catch (InvalidPathException wrong) {
      throw new UserError("'" + program + "' is not the name of a file or class");
    }
  }

  private static ProgramFiles ofClasses(ProgramOptions options, String program)
      throws UserError, IOException {
    var classPath = ClassPath.parse(options.classPath);
    String name = options.mainClass.isEmpty() ? program : options.mainClass;
    if (classPath.classFile(name.replace('.', '/')).isEmpty()) {
      throw new UserError(
          "class %s: it is not in -cp %s: give its full name, with its package, and the folder above"
              .formatted(name, options.classPath));
    }
    if (!new MainMethod(classPath::classFile).isIn(name)) {
      throw new UserError(noMain("class " + name));
    }
    return new ProgramFiles(
        classPath, options.sources.stream().map(Path::of).toList(), name, List.of());
  }

  private static String noMain(String where) {
    return where + ": expected a main method that is not private, such as 'void main()', got none";
  }

  private static List<Path> sourcesIn(Path folder) throws UserError, IOException {
    try (var files = Files.walk(folder)) {
      var sources =
          files
              .filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file))
              .filter(file -> !file.endsWith("module-info.java"))
              .limit(SOURCES_MAX + 1L)
              .sorted()
              .toList();
      if (sources.isEmpty()) {
        throw new UserError(folder + ": expected .java files in this folder, got none");
      }
      if (sources.size() > SOURCES_MAX) {
        throw new UserError(
            "%s: expected at most %,d .java files, got more: name the folder of one program"
                .formatted(folder, SOURCES_MAX));
      }
      return sources;
    } catch (UncheckedIOException unreadable) {
      throw new UserError(folder + ": can not read all of it: " + unreadable.getMessage());
    }
  }

  private static ProgramFiles compiled(
      ProgramOptions options, Path given, List<Path> files, PrintStream errors)
      throws UserError, IOException {
    var libraries = ClassPath.parse(options.classPath);
    Path root = Files.isDirectory(given) ? given : sourceRoot(given);
    Path classes = Files.createTempDirectory("heddle-");
    try {
      var names = new SourceCompiler(errors).compile(files, root, libraries.entries(), classes);
      List<Path> entries = new ArrayList<>(List.of(classes));
      entries.addAll(libraries.entries());
      var classPath = new ClassPath(List.copyOf(entries));
      String mainClass = mainClass(options, given, names, classPath);
      return new ProgramFiles(classPath, List.of(root), mainClass, List.of(classes));
    } catch (UserError | IOException | RuntimeException failure) {
      delete(classes);
      throw failure;
    }
  }

  /** Returns the folder that the file's package begins in, where the files beside it are found. */
  private static Path sourceRoot(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    String packageName = "";
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      var matcher = PACKAGE.matcher(line);
      if (matcher.find()) {
        packageName = matcher.group(1);
        break;
      }
    }
    Path packagePath = Path.of(packageName.replace('.', '/'));
    @Nullable Path root = folder;
    if (folder != null && !packageName.isEmpty() && folder.endsWith(packagePath)) {
      for (int i = 0; i < packagePath.getNameCount() && root != null; i++) {
        root = root.getParent();
      }
    }
    return root == null ? Path.of(".") : root;
  }

  private static String mainClass(
      ProgramOptions options, Path given, List<String> names, ClassPath classPath)
      throws UserError {
    var main = new MainMethod(classPath::classFile);
    if (!options.mainClass.isEmpty()) {
      if (!main.isIn(options.mainClass)) {
        throw new UserError(
            "--main: expected one of %s, got %s"
                .formatted(launchable(names, main), options.mainClass));
      }
      return options.mainClass;
    }
    var found = launchable(names, main);
    if (found.isEmpty()) {
      throw new UserError(noMain(given.toString()));
    }
    // In one file, the first class is meant, as 'java File.java' means it; in a folder, no class is
    // the first.
    if (found.size() > 1 && Files.isDirectory(given)) {
      throw new UserError(
          "%s: expected one class with main, got %d (%s): choose one with --main %s"
              .formatted(given, found.size(), String.join(", ", found), found.getFirst()));
    }
    return found.getFirst();
  }

  private static List<String> launchable(List<String> names, MainMethod main) {
    return names.stream().distinct().filter(main::isIn).toList();
  }

  /** Returns the program with its arguments and its input. */
  Program program(List<String> arguments, byte[] input) {
    return new Program(classPath.entries(), sources, mainClass, arguments, input);
  }

  @Override
  public void close() throws IOException {
    for (Path folder : temporary) {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
