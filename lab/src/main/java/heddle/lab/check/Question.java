package heddle.lab.check;

import heddle.engine.Settings;
import java.time.Duration;
import java.util.List;

/** What is to be found out about a program. */
public sealed interface Question {
  /** Recording one execution takes no longer than this. */
  Duration SHORT = Duration.ofSeconds(5);

  /** Explores it. */
  record Explore(Settings settings) implements Question {
    @Override
    public Duration time() {
      return settings.budget().time();
    }
  }

  /** Runs it under choices of threads that a person made. */
  record Steer(List<Integer> picks) implements Question {
    /** Copies the list. */
    public Steer {
      picks = List.copyOf(picks);
    }
  }

  /** Records an execution that passes. */
  record Pass() implements Question {}

  /** Returns how long the answer may take. */
  default Duration time() {
    return SHORT;
  }
}
