package heddle.bench;

import heddle.engine.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a suite's {@code programs.txt}: what to run, and what is known of it.
 *
 * @param name what the table calls it
 * @param expected what is known of it
 * @param program how to run it; its main class is empty when it is skipped
 * @param reason why it is skipped; empty when it is not
 */
record SuiteProgram(String name, Expected expected, Program program, String reason) {
  /** What is known of a program. */
  enum Expected {
    /** Some interleaving of it fails. */
    FAILS,
    /** No interleaving of it fails. */
    PASSES,
    /** It is listed, with the reason why it is not checked. */
    SKIPPED
  }

  /**
   * Reads {@code programs.txt} of {@code folder}. A line is {@code fails NAME MAIN-CLASS CLASS-PATH
   * ARGUMENT...}, the same with {@code passes}, or {@code skipped NAME REASON}; the class path is
   * relative to the folder, and {@code #} begins a comment.
   *
   * @throws IOException when there is no such file, or a line of it says something else
   */
  static List<SuiteProgram> of(Path folder) throws IOException {
    Path list = folder.resolve("programs.txt");
    if (!Files.isRegularFile(list)) {
      throw new IOException(
          list
              + ": expected a list of programs, found none; bench/run without arguments tells how");
    }
    List<SuiteProgram> programs = new ArrayList<>();
    List<String> lines = Files.readAllLines(list);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        programs.add(parse(folder, line, list + ":" + (i + 1)));
      }
    }
    return programs;
  }

  private static SuiteProgram parse(Path folder, String line, String place) throws IOException {
    List<String> words = List.of(line.split("\\s+"));
    boolean skipped = words.getFirst().equals("skipped");
    if (skipped && words.size() >= 3) {
      String reason = String.join(" ", words.subList(2, words.size()));
      var nothing = new Program(List.of(folder), List.of(), "", List.of(), new byte[0]);
      return new SuiteProgram(words.get(1), Expected.SKIPPED, nothing, reason);
    }
    boolean fails = words.getFirst().equals("fails");
    if (skipped || words.size() < 4 || (!fails && !words.getFirst().equals("passes"))) {
      throw new IOException(
          place
              + ": expected fails|passes NAME MAIN-CLASS CLASS-PATH, or skipped NAME REASON, got "
              + line);
    }
    List<Path> classPath = new ArrayList<>();
    for (String entry : words.get(3).split(":", -1)) {
      classPath.add(folder.resolve(entry).toAbsolutePath());
    }
    var program =
        new Program(
            classPath, List.of(), words.get(2), words.subList(4, words.size()), new byte[0]);
    return new SuiteProgram(words.get(1), fails ? Expected.FAILS : Expected.PASSES, program, "");
  }
}
