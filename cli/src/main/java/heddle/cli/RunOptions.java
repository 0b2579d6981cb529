package heddle.cli;

import heddle.engine.Schedule;
import heddle.engine.Settings;
import picocli.CommandLine.Option;

/** What holds for every execution, be it one or many. */
final class RunOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "the number that all random choices derive from (default: 1)")
  long seed = Settings.DEFAULT.seed();

  @Option(
      names = "--steps-per-execution",
      paramLabel = "N",
      converter = Amounts.Count.class,
      description = "after how many steps an execution counts as endless (default: 100000)")
  Long stepsPerExecution = Settings.STEPS_PER_EXECUTION;

  /** Returns the options that repeat an execution under {@code schedule}. */
  String replay(Schedule schedule) {
    var options = new StringBuilder("--schedule ").append(schedule);
    if (seed != Settings.DEFAULT.seed()) {
      options.append(" --seed ").append(seed);
    }
    if (stepsPerExecution != Settings.STEPS_PER_EXECUTION) {
      options.append(" --steps-per-execution ").append(stepsPerExecution);
    }
    return options.toString();
  }
}
