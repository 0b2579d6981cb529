package heddle.lab.check;

import heddle.engine.Program;
import heddle.engine.Progress;
import heddle.engine.Report;
import java.util.List;

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

  /** It could not be brought to an end; {@code why} is one sentence for people. The last. */
  record Failed(String why) implements Told {}

  /** Returns whether nothing follows. */
  default boolean isLast() {
    return this instanceof Rejected || this instanceof Done || this instanceof Failed;
  }
}
