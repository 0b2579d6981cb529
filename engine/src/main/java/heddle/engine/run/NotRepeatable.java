package heddle.engine.run;

import heddle.engine.Place;
import heddle.engine.Verdict;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.Ending;
import heddle.engine.trace.Event;
import java.util.List;

/** The verdict on a program that did something else when the same choices were repeated. */
final class NotRepeatable {
  private NotRepeatable() {}

  /**
   * Says what {@code run} did differently under {@code choices}, as exactly as can be told: it
   * ended with {@code first}, then with {@code again}.
   */
  static Verdict verdict(ProgramRun run, Choices choices, Ending first, Ending again) {
    String how = again instanceof Ending.Diverged diverged ? ": " + diverged.how() : "";
    Place place = run.sites().place(siteOf(again));
    List<Event> one = run.record(choices, false).recorder().trace().events();
    List<Event> two = run.record(choices, false).recorder().trace().events();
    for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
      if (!one.get(i).equals(two.get(i))) {
        how =
            ": step %d was %s, then %s"
                .formatted(i + 1, one.get(i).operation(), two.get(i).operation());
        place = two.get(i).place();
        break;
      }
    }
    if (how.isEmpty()) {
      how = ": it " + Failures.describe(first) + ", then " + Failures.describe(again);
    }
    return new Verdict.NotControllable(
        List.of(new Verdict.Escape("does something else under the same schedule" + how, place)));
  }

  private static int siteOf(Ending ending) {
    return switch (ending) {
      case Ending.Exited exited -> exited.site();
      case Ending.Bound bound -> bound.site();
      case Ending.Escaped escaped -> escaped.site();
      case Ending.Completed _, Ending.Pruned _, Ending.Died _, Ending.Stuck _, Ending.Diverged _ ->
          -1;
    };
  }
}
