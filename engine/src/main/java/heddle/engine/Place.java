package heddle.engine;

/**
 * A line of a program's source.
 *
 * @param file name of the source file without folders, such as {@code Counter.java}; {@code ?} when
 *     unknown
 * @param line line number from 1, or 0 when unknown
 * @param method name of the method as a person wrote it, such as {@code increment} or {@code lambda
 *     in main}
 */
public record Place(String file, int line, String method) {
  /** Where nothing better is known. */
  public static final Place UNKNOWN = new Place("?", 0, "?");

  /** Returns {@code Counter.java:12}. */
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
