package heddle.engine.run;

import heddle.engine.detect.Diagnosis;
import heddle.engine.schedule.Ending;
import heddle.engine.schedule.Task;

/** Tells failures apart, so that shrinking does not turn one into another. */
final class Failures {
  private Failures() {}

  /**
   * Returns a text that is the same for executions that fail in the same way; empty when nothing
   * failed.
   */
  static String key(Ending ending, ProgramRun run) {
    return switch (ending) {
      case Ending.Completed _, Ending.Pruned _ -> "";
      case Ending.Died died -> "died " + died.exception().getClass().getName() + place(died);
      case Ending.Exited exited -> "exited " + exited.status();
      case Ending.Stuck _ -> "stuck " + states(run);
      case Ending.Bound _ -> "bound";
      case Ending.Escaped escaped -> "escaped " + escaped.what();
      case Ending.Diverged diverged -> "diverged " + diverged.how();
    };
  }

  /** Says in a few words how an execution ended. */
  static String describe(Ending ending) {
    return switch (ending) {
      case Ending.Completed _ -> "passed";
      case Ending.Pruned _ -> "was cut off";
      case Ending.Died died -> "died of " + died.exception();
      case Ending.Exited exited -> "left with status " + exited.status();
      case Ending.Stuck _ -> "was stuck";
      case Ending.Bound _ -> "did not end";
      case Ending.Escaped escaped -> escaped.what();
      case Ending.Diverged diverged -> "could not go on: " + diverged.how();
    };
  }

  private static String place(Ending.Died died) {
    for (StackTraceElement frame : died.exception().getStackTrace()) {
      if (Diagnosis.isProgram(frame)) {
        return " at " + frame;
      }
    }
    return "";
  }

  /** Which kinds of waiting are left: a deadlock on monitors is not a forgotten notification. */
  private static String states(ProgramRun run) {
    StringBuilder states = new StringBuilder();
    for (Task task : run.scheduler().tasks()) {
      if (task.state() != Task.State.TERMINATED && !task.daemon()) {
        states.append(
            task.wants() != null
                ? "m"
                : task.spinning() ? "s" : task.state().name().substring(0, 1));
      }
    }
    return states.toString();
  }
}
