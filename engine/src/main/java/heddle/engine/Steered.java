package heddle.engine;

import heddle.engine.trace.Trace;
import java.util.List;
import java.util.Optional;

/**
 * An execution in which somebody else chose which thread takes the next step, up to a point.
 *
 * @param trace the events up to that point; all of them when the execution has ended
 * @param options numbers of the threads of which one can take the next step, the one that ran last
 *     first if it is among them; empty when the execution has ended
 * @param finding what is wrong with the execution; empty when it passed or has not ended
 * @param continuations how many executions were tried from that point on
 * @param failing how many of them failed
 * @param all whether these were all that there are
 */
public record Steered(
    Trace trace,
    List<Integer> options,
    Optional<Finding> finding,
    long continuations,
    long failing,
    boolean all) {
  /** Copies the list. */
  public Steered {
    options = List.copyOf(options);
  }
}
