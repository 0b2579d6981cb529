package heddle.engine.detect;

import java.util.Optional;

/**
 * Knows one cause. It is silent unless the execution proves that cause: a wrong name is worse than
 * none.
 */
interface Classifier {
  /** Returns the cause of the symptom; empty when it is another one, or is not certain. */
  Optional<Explanation> find(Evidence evidence);
}
