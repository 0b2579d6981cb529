package heddle.lab.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One file of a program, as text.
 *
 * @param name its name, such as {@code Counter.java}
 * @param text what is in it
 */
public record SourceFile(String name, String text) {
  /** Characters in one file: more than any lesson has, and little enough to compile at once. */
  public static final int LENGTH_MAX = 100_000;

  /** Files of one program. */
  public static final int FILES_MAX = 20;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]{0,99}\\.java");

  /**
   * Rejects names that are not those of Java files, and texts that are too long.
   *
   * @throws IllegalArgumentException with one line for people
   */
  public SourceFile {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "file: expected a name such as Counter.java, got '" + name + "'");
    }
    if (text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "%s: expected at most %,d characters, got %,d"
              .formatted(name, LENGTH_MAX, text.length()));
    }
  }

  /**
   * Rejects an empty list, too many files, and two files of one name.
   *
   * @throws IllegalArgumentException with one line for people
   */
  public static void requireProgram(List<SourceFile> files) {
    if (files.isEmpty() || files.size() > FILES_MAX) {
      throw new IllegalArgumentException(
          "files: expected 1 to %d, got %d".formatted(FILES_MAX, files.size()));
    }
    if (files.stream().map(SourceFile::name).distinct().count() != files.size()) {
      throw new IllegalArgumentException("files: expected different names, got one twice");
    }
  }
}
