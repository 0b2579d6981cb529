package heddle.engine;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A program to run under control: compiled classes and the class that holds {@code main}, or
 * several of these, each on a host of its own.
 *
 * @param hosts what runs where; never empty. A program that is alone in it runs on one machine,
 *     whose name is {@code localhost} whatever the host is called
 * @param sources folders that hold the program's sources, so that findings can quote lines; may be
 *     empty
 * @param input what the program reads from standard input, as bytes; several hosts share it
 * @param libraries which classes of the class path belong to a library and not to the program:
 *     names of packages that end in a dot, such as {@code org.junit.}, each with the packages below
 *     it. Like the JDK's classes they are loaded once and not woven, so that a call of one is a
 *     single step and what their static fields hold outlives an execution
 */
@SuppressWarnings("ArrayRecordComponent") // up to 16 MiB, handed through and never compared
public record Program(List<Host> hosts, List<Path> sources, byte[] input, List<String> libraries) {
  /**
   * One host of a simulation, and the program that runs on it.
   *
   * @param name its name, by which others find it: letters, digits and hyphens, at most 63 (RFC
   *     1123, section 2.1)
   * @param classPath folders and jars that hold the program's classes, searched in order; never
   *     empty
   * @param mainClass binary name of the class with {@code main}, such as {@code bank.Transfer}
   * @param arguments arguments of {@code main}
   */
  public record Host(String name, List<Path> classPath, String mainClass, List<String> arguments) {
    private static final Pattern NAME =
        Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /** The name of the one host of a program that names none. */
    public static final String LOCAL = "localhost";

    /** Copies the lists. */
    public Host {
      if (!isName(name)) {
        throw new IllegalArgumentException(
            "host: expected a name of letters, digits and hyphens, got " + name);
      }
      if (classPath.isEmpty()) {
        throw new IllegalArgumentException("classPath: expected at least one entry, got none");
      }
      classPath = List.copyOf(classPath);
      arguments = List.copyOf(arguments);
    }

    /** Returns whether {@code text} can be the name of a host. */
    public static boolean isName(String text) {
      return NAME.matcher(text).matches();
    }
  }

  /** Copies the lists; the input is not copied. */
  public Program {
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("hosts: expected at least one, got none");
    }
    Set<String> names = new HashSet<>();
    for (Host host : hosts) {
      if (!names.add(host.name())) {
        throw new IllegalArgumentException(
            "hosts: expected different names, got two " + host.name());
      }
    }
    hosts = List.copyOf(hosts);
    sources = List.copyOf(sources);
    libraries = List.copyOf(libraries);
    for (String library : libraries) {
      if (!library.endsWith(".")) {
        throw new IllegalArgumentException(
            "libraries: expected names of packages that end in a dot, got " + library);
      }
    }
  }

  /** A program on one host, with libraries. */
  public Program(
      List<Path> classPath,
      List<Path> sources,
      String mainClass,
      List<String> arguments,
      byte[] input,
      List<String> libraries) {
    this(List.of(new Host(Host.LOCAL, classPath, mainClass, arguments)), sources, input, libraries);
  }

  /** A program on one host, all of whose class path is its own. */
  public Program(
      List<Path> classPath,
      List<Path> sources,
      String mainClass,
      List<String> arguments,
      byte[] input) {
    this(classPath, sources, mainClass, arguments, input, List.of());
  }

  /** Returns the class path of the first host. */
  public List<Path> classPath() {
    return hosts.getFirst().classPath();
  }

  /** Returns the name of the class with {@code main} of the first host. */
  public String mainClass() {
    return hosts.getFirst().mainClass();
  }

  /** Returns the arguments of the first host. */
  public List<String> arguments() {
    return hosts.getFirst().arguments();
  }
}
