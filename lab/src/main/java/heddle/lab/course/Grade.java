package heddle.lab.course;

import heddle.lab.check.Compiler;
import heddle.lab.check.Told;
import java.util.Optional;

/**
 * One line of a rubric, judged.
 *
 * @param criterion id of the criterion
 * @param label the criterion for people
 * @param state what came out
 * @param why one sentence for people
 * @param shown the run that shows it; empty when there is none to show
 */
public record Grade(
    String criterion, String label, State state, String why, Optional<Told.Done> shown) {
  /** What came out. */
  public enum State {
    /** It holds. */
    PASSED,
    /** It does not. */
    FAILED,
    /** Something else failed before this could be told. */
    OPEN
  }

  /** Is told what there is to tell, in order. */
  public interface Listener {
    /** Another run begins; {@code what} says what it tries. */
    void trying(String what);

    /** The solution does not compile; nothing else follows. */
    void rejected(java.util.List<Compiler.Problem> problems);

    /** A criterion was judged. */
    void graded(Grade grade);
  }
}
