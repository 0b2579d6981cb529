package heddle.lab.course;

import heddle.engine.Verdict;
import heddle.lab.course.Rubric.Criterion;
import java.util.Map;
import java.util.Optional;

/** The criteria that exercises are judged by, and which finding breaks which. */
final class Criteria {
  static final String RIGHT = "right";
  static final String RACE_FREE = "race-free";
  static final String DEADLOCK_FREE = "deadlock-free";
  static final String LIVE = "live";
  static final String NO_SLEEP = "no-sleep";

  /** A test must not complain about what is right. */
  static final Criterion ACCEPTS = new Criterion("accepts", "Passes with the right program");

  private static final Map<String, String> LABELS =
      Map.of(
          RIGHT,
          "Right in all orders",
          RACE_FREE,
          "Free of data races",
          DEADLOCK_FREE,
          "Free of deadlocks",
          LIVE,
          "Everything goes on and ends",
          NO_SLEEP,
          "Nothing ordered by sleep or spinning",
          "parallel",
          "Really parallel",
          "policy",
          "Keeps the promised order");

  private Criteria() {}

  static Criterion of(String id, String where) throws CourseException {
    return Optional.ofNullable(LABELS.get(id))
        .map(label -> new Criterion(id, label))
        .orElseThrow(() ->
            new CourseException(
                where + ": criteria: expected some of " + LABELS.keySet() + ", got " + id));
  }

  static Criterion catches(String name) {
    return new Criterion("catches-" + name, "Catches the one with " + name.replace('-', ' '));
  }

  /** Returns the criterion that a failure breaks, where its trial does not say so. */
  static String brokenBy(Verdict.Fails fails) {
    if (fails.onlySleepPrevents()) {
      return NO_SLEEP;
    }
    String kind = Expectation.kind(fails.finding());
    return switch (kind) {
      case "deadlock", "self-deadlock", "lock-order-inversion" -> DEADLOCK_FREE;
      case "livelock", "never-ends", "step-bound", "starvation", "lost-wakeup", "lost-wake-up" ->
          LIVE;
      default -> kind.endsWith("race") ? RACE_FREE : RIGHT;
    };
  }
}
