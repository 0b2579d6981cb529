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
 * @param outcomes what the executions came to; none where they were not counted
 */
public record Report(
    Verdict verdict,
    long executions,
    long steps,
    long nanos,
    long seed,
    String strategy,
    String output,
    List<String> notes,
    Outcomes outcomes) {
  /** Copies the notes. */
  public Report {
    notes = List.copyOf(notes);
  }

  /** A report without outcomes. */
  public Report(
      Verdict verdict,
      long executions,
      long steps,
      long nanos,
      long seed,
      String strategy,
      String output,
      List<String> notes) {
    this(verdict, executions, steps, nanos, seed, strategy, output, notes, Outcomes.NONE);
  }
}
