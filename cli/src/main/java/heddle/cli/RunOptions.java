package heddle.cli;

import heddle.engine.NetworkLevel;
import heddle.engine.Schedule;
import heddle.engine.Settings;
import java.util.Locale;
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

  @Option(
      names = "--network",
      paramLabel = "LEVEL",
      description =
          "what the simulated network may do: none (it is perfect), tcp (reads return less,"
              + " bytes come late; default), faults (resets and losses too); real is the"
              + " machine's own, which is not controllable")
  NetworkLevel network = NetworkLevel.TCP;

  /** Returns the options that repeat an execution under {@code schedule}. */
  String replay(Schedule schedule) {
    var options = new StringBuilder("--schedule ").append(schedule);
    if (seed != Settings.DEFAULT.seed()) {
      options.append(" --seed ").append(seed);
    }
    if (stepsPerExecution != Settings.STEPS_PER_EXECUTION) {
      options.append(" --steps-per-execution ").append(stepsPerExecution);
    }
    if (network != NetworkLevel.TCP) {
      options.append(" --network ").append(network.name().toLowerCase(Locale.ROOT));
    }
    return options.toString();
  }
}
