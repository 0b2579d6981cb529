package heddle.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which program to run, and with what arguments: the same for every command that runs one. */
final class ProgramOptions {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROGRAM",
      description = "a source file, a folder of sources, or with -cp the name of a compiled class")
  @Nullable String program;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARGUMENT",
      description = "the program's own arguments; put -- before any that begin with -")
  List<String> arguments = new ArrayList<>();

  @Option(
      names = {"-cp", "--class-path"},
      paramLabel = "PATH",
      description = "folders and jars with classes of the program")
  String classPath = "";

  @Option(
      names = "--main",
      paramLabel = "CLASS",
      description = "the class whose main to run, where there are several")
  String mainClass = "";

  @Option(
      names = "--sources",
      paramLabel = "FOLDER",
      description = "where the sources of compiled classes are, to quote lines in --html")
  List<String> sources = new ArrayList<>();

  @Option(
      names = "--host",
      paramLabel = "NAME=PROGRAM[:COUNT]",
      description =
          "run PROGRAM on a host of its own, with its own address, name and static fields; once for"
              + " each host. :COUNT makes that many, NAME-1 and so on. Its arguments follow in the"
              + " same quotes: --host 'client=Client.java:2 server 80'")
  List<String> hosts = new ArrayList<>();

  /**
   * Returns the words after {@code heddle replay} that run the same program with the same
   * arguments.
   */
  String asTyped(String options) {
    List<String> words = new ArrayList<>();
    if (!classPath.isEmpty()) {
      words.add("-cp " + quote(classPath));
    }
    if (!mainClass.isEmpty()) {
      words.add("--main " + quote(mainClass));
    }
    hosts.forEach(host -> words.add("--host " + quote(host)));
    if (program != null) {
      words.add(quote(program));
    }
    words.add(options);
    if (arguments.stream().anyMatch(argument -> argument.startsWith("-"))) {
      words.add("--");
    }
    arguments.forEach(argument -> words.add(quote(argument)));
    return String.join(" ", words);
  }

  /** Quotes a word for a POSIX shell; what a terminal would obey becomes a question mark. */
  private static String quote(String word) {
    if (word.matches("[A-Za-z0-9_./:=,@%+-]+")) {
      return word;
    }
    return "'" + word.replaceAll("\\p{Cntrl}", "?").replace("'", "'\\''") + "'";
  }
}
