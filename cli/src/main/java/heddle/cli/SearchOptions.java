package heddle.cli;

import heddle.engine.Budget;
import heddle.engine.RacePolicy;
import heddle.engine.Settings;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How to explore: the budget, the strategy, the seed. */
final class SearchOptions {
  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = Amounts.Time.class,
      description = "how long to explore at most, such as 500ms, 10s or 2m (default: 10s)")
  Duration time = Budget.DEFAULT.time();

  @Option(
      names = "--executions",
      paramLabel = "N",
      converter = Amounts.Count.class,
      description = "how many executions at most (default: as many as fit)")
  Long executions = Budget.DEFAULT.executions();

  @Option(
      names = "--steps",
      paramLabel = "N",
      converter = Amounts.Count.class,
      description = "how many steps at most, over all executions (default: as many as fit)")
  Long steps = Budget.DEFAULT.steps();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description =
          "auto (default); exhaustive: one interleaving of each class of equivalent ones; dfs: every"
              + " interleaving; races: turns races round; random, pct, pos")
  StrategyKind strategy = StrategyKind.AUTO;

  @Option(
      names = "--clock",
      paramLabel = "NAME",
      description =
          "strict: time moves only when nobody can run; adversarial: any sleep may end early;"
              + " both (default)")
  TimePolicy clock = TimePolicy.BOTH;

  @Option(
      names = "--races",
      paramLabel = "NAME",
      description =
          "report: a data race is a finding, unless a failure is found soon after (default);"
              + " ignore: it is not")
  RacePolicy races = RacePolicy.REPORT;

  @Option(
      names = "--outcomes",
      description =
          "go on after a failure, and count every distinct outcome: what was printed, how it ended")
  boolean outcomes;

  @Mixin LibertyOptions liberties = new LibertyOptions();

  Settings settings(RunOptions run) {
    return new Settings(
            new Budget(time, executions, steps),
            strategy,
            clock,
            run.seed,
            Optional.empty(),
            run.stepsPerExecution)
        .with(liberties.chosen())
        .with(races)
        .with(run.network)
        .countingOutcomes(outcomes);
  }
}
