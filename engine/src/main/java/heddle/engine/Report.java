package heddle.engine;

import java.util.List;

/**
 * What came out of an exploration.
 *
 * @param verdict what it came to
 * @param executions how many executions ran
 * @param steps scheduling points over all of them
 * @param nanos wall-clock time spent exploring, in nanoseconds
 * @param seed the seed that was used
 * @param strategy what explored, such as {@code exhaustive} or {@code random walk, PCT, POS}
 * @param output what the program printed in the execution that the verdict shows, or in the last
 *     one
 * @param notes what else a person should know, a sentence each
 */
public record Report(
    Verdict verdict,
    long executions,
    long steps,
    long nanos,
    long seed,
    String strategy,
    String output,
    List<String> notes) {
  /** Copies the notes. */
  public Report {
    notes = List.copyOf(notes);
  }
}
