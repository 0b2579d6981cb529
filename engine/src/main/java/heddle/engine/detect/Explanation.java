package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.Finding;
import java.util.Optional;

/**
 * A cause that an execution proves, and the words for it.
 *
 * @param title in a few words, such as {@code lost wake-up: main waits for ever}
 * @param sentence how it came about and how to mend it
 */
record Explanation(String title, String sentence, Cause cause) {
  /** Returns {@code symptom} in these words, with {@code noticed} after them. */
  Finding of(Finding symptom, String noticed) {
    String story = noticed.isEmpty() ? sentence : sentence + " " + noticed;
    return switch (symptom) {
      case Finding.Failure failure ->
          new Finding.Failure(
              title,
              story,
              failure.thread(),
              failure.type(),
              failure.message(),
              failure.place(),
              failure.stack(),
              Optional.of(cause));
      case Finding.Deadlock deadlock ->
          new Finding.Deadlock(
              title, story, deadlock.waits(), deadlock.cycle(), Optional.of(cause));
      case Finding.NeverEnds never ->
          new Finding.NeverEnds(title, story, never.waits(), Optional.of(cause));
      case Finding.NonZeroExit exit ->
          new Finding.NonZeroExit(
              title, story, exit.thread(), exit.status(), exit.place(), Optional.of(cause));
      case Finding.StepBound bound ->
          new Finding.StepBound(
              title, story, bound.thread(), bound.steps(), bound.place(), Optional.of(cause));
      case Finding.LostUpdate _, Finding.DataRace _, Finding.Livelock _ ->
          throw new IllegalArgumentException("has no cause to be named: " + symptom);
    };
  }
}
