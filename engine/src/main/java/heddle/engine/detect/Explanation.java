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
  /** Returns {@code symptom} in these words. */
  Finding of(Finding symptom) {
    return switch (symptom) {
      case Finding.Deadlock deadlock ->
          new Finding.Deadlock(
              title, sentence, deadlock.waits(), deadlock.cycle(), Optional.of(cause));
      case Finding.NeverEnds never ->
          new Finding.NeverEnds(title, sentence, never.waits(), Optional.of(cause));
      default -> throw new IllegalArgumentException("has no cause to be named: " + symptom);
    };
  }
}
