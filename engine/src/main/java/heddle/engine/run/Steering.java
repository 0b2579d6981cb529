package heddle.engine.run;

import heddle.engine.Finding;
import heddle.engine.Program;
import heddle.engine.Settings;
import heddle.engine.Steered;
import heddle.engine.explore.Exhaustive;
import heddle.engine.explore.Picked;
import heddle.engine.explore.UniformWalk;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.Ending;
import heddle.engine.trace.Trace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs a program under choices that a person makes, and records single executions. */
final class Steering {
  /** Executions in which the accesses that race are found out: these are the choices there are. */
  private static final int LEARNING = 100;

  /** Continuations tried at most, to say whether the program can still fail. */
  private static final int CONTINUATIONS = 3_000;

  /** For so long, at most. */
  private static final long NANOS_MAX = 500_000_000;

  private static final long SEED = 1;

  private final ProgramRun run;

  Steering(Program program) throws IOException, ReflectiveOperationException {
    run = new ProgramRun(program, new Exhaustive(), Settings.STEPS_PER_EXECUTION);
    UniformWalk walk = new UniformWalk(SEED);
    for (int i = 0; i < LEARNING; i++) {
      run.explore(walk, false, true);
    }
  }

  /** Returns whether the program leaves nothing behind in this JVM. */
  boolean leavesNothing() {
    return run.leavesNothing();
  }

  /**
   * Runs once under {@code picks} up to the first choice that is open, and says what can follow.
   */
  Steered steer(List<Integer> picks) {
    ProgramRun.Steps steps = run.recordUnder(picks);
    Ending ending = steps.recorded().ending();
    if (!steps.options().isEmpty()) {
      Trace whole = steps.recorded().recorder().trace();
      Trace trace = new Trace(whole.threads(), whole.events().subList(0, steps.decided()));
      return withContinuations(picks, trace, steps.options());
    }
    Optional<Finding> finding = Optional.empty();
    Trace trace = steps.recorded().recorder().trace();
    switch (ending) {
      case Ending.Died _, Ending.Exited _, Ending.Stuck _, Ending.Bound _ -> {
        var shown = run.diagnose(steps.recorded());
        finding = Optional.of(shown.finding());
        trace = shown.trace();
      }
      case Ending.Completed _, Ending.Pruned _, Ending.Escaped _, Ending.Diverged _ -> {}
    }
    return new Steered(trace, List.of(), finding, 1, finding.isPresent() ? 1 : 0, true);
  }

  private Steered withContinuations(List<Integer> picks, Trace trace, List<Integer> options) {
    Picked continued = new Picked(picks, new Exhaustive(), () -> {});
    long end = System.nanoTime() + NANOS_MAX;
    long tried = 0;
    long failing = 0;
    while (tried < CONTINUATIONS && !continued.exhausted() && System.nanoTime() < end) {
      tried++;
      if (!(run.explore(continued, false, false) instanceof Ending.Completed)) {
        failing++;
      }
    }
    return new Steered(trace, options, Optional.empty(), tried, failing, continued.exhausted());
  }

  /** Returns the events of an execution that passes; empty when none of those tried does. */
  Optional<Trace> passing() {
    UniformWalk walk = new UniformWalk(SEED);
    Picked plain = new Picked(List.of(), new Exhaustive(), () -> {});
    for (int i = 0; i < CONTINUATIONS; i++) {
      // First the order in which nobody is interrupted, which is the easiest to follow.
      Ending ending = run.explore(i == 0 ? plain : walk, false, false);
      if (ending instanceof Ending.Completed) {
        Choices choices = run.scheduler().choices().copy();
        return Optional.of(run.record(choices, false).recorder().trace());
      }
    }
    return Optional.empty();
  }
}
