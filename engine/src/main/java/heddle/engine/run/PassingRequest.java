package heddle.engine.run;

import heddle.engine.Program;
import heddle.engine.trace.Trace;
import java.util.Optional;

/** What else the child JVM can be asked: to record an execution that passes. */
record PassingRequest(Program program) {
  /**
   * The answer.
   *
   * @param trace the events of the execution; empty when none passed
   */
  record Answer(Optional<Trace> trace) {}
}
