package heddle.cli;

import heddle.engine.Budget;
import heddle.engine.Settings;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heddle run}: runs a program once under a seed. */
@Command(
    name = "run",
    description = "Runs a program once, under one interleaving that the seed picks.",
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  @Mixin final ProgramOptions program = new ProgramOptions();
  @Mixin final RunOptions run = new RunOptions();
  @Mixin final LibertyOptions liberties = new LibertyOptions();
  @Mixin final ShowOptions show = new ShowOptions();

  private final Engine engine;
  private final Terminal terminal;

  RunCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    var settings =
        new Settings(
                new Budget(Budget.DEFAULT.time(), 1, Budget.DEFAULT.steps()),
                StrategyKind.RANDOM,
                TimePolicy.STRICT,
                run.seed,
                Optional.empty(),
                run.stepsPerExecution)
            .with(liberties.chosen())
            .with(run.network);
    return new Session(engine, terminal, program, run, show).runOnce(settings);
  }
}
