package heddle.lab.check;

import heddle.engine.Program;
import heddle.engine.Progress;
import heddle.engine.Report;
import heddle.engine.Steered;
import heddle.engine.trace.Trace;
import java.util.List;
import java.util.Optional;

/** What a person is told of a check while it is under way, in this order. */
public sealed interface Told {
  /** It waits for others; {@code ahead} of them at most. */
  record Queued(int ahead) implements Told {}

  /** It is being compiled and explored now. */
  record Started() implements Told {}

  /** It does not compile. The last. */
  record Rejected(List<Compiler.Problem> problems) implements Told {}

  /** How far the exploration has come. */
  record Exploring(Progress progress) implements Told {}

  /** What came out. The last. */
  record Done(Program program, Report report) implements Told {}

  /** Where a person's choices led. The last. */
  record Steps(Steered steered) implements Told {}

  /** An execution that passes; empty when none was found. The last. */
  record Passing(Optional<Trace> trace) implements Told {}

  /** It could not be brought to an end; {@code why} is one sentence for people. The last. */
  record Failed(String why) implements Told {}

  /** Returns whether nothing follows. */
  default boolean isLast() {
    return !(this instanceof Queued || this instanceof Started || this instanceof Exploring);
  }
}
