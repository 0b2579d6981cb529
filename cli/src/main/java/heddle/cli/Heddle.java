package heddle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command with its subcommands: finds out which one is meant, runs it, and turns every failure
 * into one line.
 */
@Command(
    name = "heddle",
    version = "heddle 0.1.0",
    description =
        "Runs Java threads under a scheduler of its own and finds the interleaving that breaks a"
            + " program.",
    footer = {
      "",
      "Exit codes: 0 all pass or nothing found, 1 a finding, 2 wrong usage or a program that does not",
      "compile, 3 not controllable, 70 a defect of Heddle itself."
    })
final class Heddle implements Runnable {
  private final Engine engine;
  private final Terminal terminal;

  @Spec CommandSpec spec = CommandSpec.create();

  Heddle(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  /** Returns the exit code. */
  int run(String... arguments) {
    var command =
        new CommandLine(this)
            .addSubcommand(new CheckCommand(engine, terminal))
            .addSubcommand(new RunCommand(engine, terminal))
            .addSubcommand(new ReplayCommand(engine, terminal))
            .addSubcommand(new LabCommand(terminal))
            .addSubcommand(
                new CommandLine(new CourseCommand(terminal))
                    .addSubcommand(new CourseCommand.CheckCourse(terminal)))
            .addSubcommand(new ServeEntry(terminal))
            .addSubcommand(new CommandLine.HelpCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            // A program's argument may begin with @, and it means what the program takes it to
            // mean.
            .setExpandAtFiles(false)
            .setUsageHelpAutoWidth(false)
            .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
            .setOut(new PrintWriter(terminal.output(), true, UTF_8))
            .setErr(new PrintWriter(terminal.errors(), true, UTF_8))
            .setParameterExceptionHandler((wrong, _) -> explain(wrong))
            .setExecutionExceptionHandler((failure, _, _) -> report(failure));
    addHelpOption(command.getCommandSpec());
    command.getCommandSpec().addMixin("version", versionOption());
    command.getSubcommands().values().forEach(sub -> addHelpOption(sub.getCommandSpec()));
    return command.execute(arguments);
  }

  private static void addHelpOption(CommandSpec command) {
    if (command.findOption("--help") == null) {
      command.addOption(
          CommandLine.Model.OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("show this text")
              .build());
    }
  }

  private static CommandSpec versionOption() {
    return CommandSpec.create()
        .addOption(
            CommandLine.Model.OptionSpec.builder("--version")
                .versionHelp(true)
                .description("show the version")
                .build());
  }

  /** Without a subcommand: says what there is. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "expected a command, got none: try '"
            + terminal.command()
            + " check Program.java', or '"
            + terminal.command()
            + " help'");
  }

  private int explain(ParameterException wrong) {
    say(wrong instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : plain(wrong));
    return ExitCode.USAGE;
  }

  /** Says what picocli says, in one line and in our form. */
  private static String plain(ParameterException wrong) {
    String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
    return message
        .replaceFirst("^Invalid value for option '([^']+)' \\([^)]*\\): ", "$1: ")
        .replaceFirst("^Invalid value for option '([^']+)': ", "$1: ")
        .replaceFirst(
            "^([^:]+): expected one of \\[.*\\] \\(case-insensitive\\) but was ('.*')$",
            "$1: expected " + names(wrong) + ", got $2")
        .replaceFirst(
            "^Missing required parameter for option '([^']+)' .*",
            "$1: expected a value, got none");
  }

  /**
   * Returns the values that an option with a closed set of them takes: {@code auto, always or
   * never}.
   */
  private static String names(ParameterException wrong) {
    if (wrong.getArgSpec() == null || !wrong.getArgSpec().type().isEnum()) {
      return "another value";
    }
    List<String> names = new ArrayList<>();
    for (Object constant : wrong.getArgSpec().type().getEnumConstants()) {
      names.add(constant.toString().toLowerCase(Locale.ROOT));
    }
    String last = names.removeLast();
    return String.join(", ", names) + " or " + last;
  }

  private String unknown(UnmatchedArgumentException unmatched) {
    String word = unmatched.getUnmatched().getFirst();
    CommandLine command = unmatched.getCommandLine();
    boolean option = word.startsWith("-");
    var known =
        option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet();
    String what = option ? "unknown option '" : "unknown command '";
    String meant =
        Nearest.to(word, List.copyOf(known))
            .map(name -> ": did you mean " + name + "?")
            .orElse(": it is none of " + terminal.command() + "'s");
    String help = " ('" + terminal.command() + help(command) + "' lists them";
    String own = option ? "; put -- before the program's own)" : ")";
    return what + word + "'" + meant + help + own;
  }

  private String help(CommandLine command) {
    return command.getParent() == null ? " help" : " help " + command.getCommandName();
  }

  private int report(Exception failure) {
    return switch (failure) {
      case UserError error -> {
        say(String.valueOf(error.getMessage()));
        yield ExitCode.USAGE;
      }
      case InterruptedException stopped -> {
        say("stopped before anything was learned");
        yield ExitCode.STOPPED;
      }
      case IOException broken -> {
        say("could not go on: " + broken.getMessage());
        yield ExitCode.BROKEN;
      }
      default -> {
        say(
            "a defect of Heddle itself, please report it: %s at %s"
                .formatted(failure, firstFrame(failure)));
        yield ExitCode.BROKEN;
      }
    };
  }

  private static String firstFrame(Exception failure) {
    var frames = failure.getStackTrace();
    return frames.length == 0 ? "an unknown place" : frames[0].toString();
  }

  private void say(String message) {
    terminal.errors().println("heddle: " + message.replaceAll("\\p{Cntrl}", "?"));
    terminal.errors().flush();
  }
}
