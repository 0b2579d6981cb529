package heddle.cli;

import heddle.engine.Settings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heddle replay}: repeats a saved schedule and draws it. */
@Command(
    name = "replay",
    description = "Repeats one execution of a program and draws it.",
    sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
  @Mixin final ProgramOptions program = new ProgramOptions();

  @Option(
      names = "--schedule",
      paramLabel = "SCHEDULE",
      description = "the schedule that 'heddle check' printed")
  @Nullable String schedule;

  @Mixin final RunOptions run = new RunOptions();
  @Mixin final ShowOptions show = new ShowOptions();

  private final Engine engine;
  private final Terminal terminal;

  ReplayCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (schedule == null) {
      throw new UserError(
          "replay: expected --schedule, got none: copy it from the 'replay:' line of 'heddle check'");
    }
    Settings settings = CheckCommand.replaying(new SearchOptions().settings(run), schedule);
    return new Session(engine, terminal, program, run, show).replay(settings);
  }
}
