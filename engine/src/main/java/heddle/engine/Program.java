package heddle.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * A program to run under control: compiled classes and the class that holds {@code main}.
 *
 * @param classPath folders and jars that hold the program's classes, searched in order; never empty
 * @param sources folders that hold the program's sources, so that findings can quote lines; may be
 *     empty
 * @param mainClass binary name of the class with {@code main}, such as {@code bank.Transfer}
 * @param arguments arguments of {@code main}
 * @param input what the program reads from standard input, as bytes
 * @param libraries which classes of the class path belong to a library and not to the program:
 *     names of packages that end in a dot, such as {@code org.junit.}, each with the packages below
 *     it. Like the JDK's classes they are loaded once and not woven, so that a call of one is a
 *     single step and what their static fields hold outlives an execution
 */
@SuppressWarnings("ArrayRecordComponent") // up to 16 MiB, handed through and never compared
public record Program(
    List<Path> classPath,
    List<Path> sources,
    String mainClass,
    List<String> arguments,
    byte[] input,
    List<String> libraries) {
  /** Copies the lists; the input is not copied. */
  public Program {
    if (classPath.isEmpty()) {
      throw new IllegalArgumentException("classPath: expected at least one entry, got none");
    }
    classPath = List.copyOf(classPath);
    sources = List.copyOf(sources);
    arguments = List.copyOf(arguments);
    libraries = List.copyOf(libraries);
    for (String library : libraries) {
      if (!library.endsWith(".")) {
        throw new IllegalArgumentException(
            "libraries: expected names of packages that end in a dot, got " + library);
      }
    }
  }

  /** A program all of whose class path is its own. */
  public Program(
      List<Path> classPath,
      List<Path> sources,
      String mainClass,
      List<String> arguments,
      byte[] input) {
    this(classPath, sources, mainClass, arguments, input, List.of());
  }
}
