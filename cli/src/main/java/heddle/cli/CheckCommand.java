package heddle.cli;

import heddle.engine.Schedule;
import heddle.engine.Settings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heddle check}: explores a program until something is found or the budget is spent. */
@Command(
    name = "check",
    description = "Explores the interleavings of a program until one breaks it.",
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  @Mixin final ProgramOptions program = new ProgramOptions();
  @Mixin final SearchOptions search = new SearchOptions();
  @Mixin final RunOptions run = new RunOptions();
  @Mixin final ShowOptions show = new ShowOptions();

  @Option(
      names = "--schedule",
      paramLabel = "SCHEDULE",
      description = "run this one schedule instead of exploring")
  @Nullable String schedule;

  private final Engine engine;
  private final Terminal terminal;

  CheckCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    var settings = search.settings(run);
    if (schedule != null) {
      settings = replaying(settings, schedule);
    }
    return new Session(engine, terminal, program, run, show).check(settings);
  }

  /** Returns {@code settings} for one execution under a schedule. */
  static Settings replaying(Settings settings, String schedule) throws UserError {
    try {
      return settings.replaying(new Schedule(schedule));
    } catch (IllegalArgumentException notASchedule) {
      throw new UserError(
          "--schedule: expected a schedule such as s:0-1.3-2-1, got '"
              + schedule
              + "': copy it from the 'replay:' line of 'heddle check'");
    }
  }
}
