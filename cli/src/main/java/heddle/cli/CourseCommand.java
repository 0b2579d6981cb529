package heddle.cli;

import heddle.lab.course.Course;
import heddle.lab.course.CourseCheck;
import heddle.lab.course.CourseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heddle course check}: says whether a course is as it must be. */
@Command(
    name = "course",
    description = "Checks a course: 'heddle course check FOLDER'.",
    sortOptions = false)
final class CourseCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  private final Terminal terminal;

  CourseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "course: expected 'check', got none: try '" + terminal.command() + " course check course'");
  }

  /** {@code heddle course check}. */
  @Command(
      name = "check",
      description = "Checks that every program gets its verdict and every solution its marks.",
      sortOptions = false)
  static final class CheckCourse implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "the folder of the course")
    @Nullable Path folder;

    private final Terminal terminal;

    CheckCourse(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws UserError, IOException, InterruptedException {
      if (folder == null) {
        throw new UserError("course check: expected the folder of a course, got none");
      }
      int cores = Runtime.getRuntime().availableProcessors();
      try {
        var outcome =
            CourseCheck.run(
                Course.read(folder),
                cores,
                line -> {
                  if (terminal.showsProgress()) {
                    terminal.errors().println(line);
                  }
                });
        outcome.complaints().forEach(complaint -> terminal.output().println("✖ " + complaint));
        terminal
            .output()
            .println(
                "%s %d programs and %d solutions checked"
                    .formatted(
                        outcome.complaints().isEmpty() ? "✔" : "✖",
                        outcome.programs(),
                        outcome.solutions()));
        return outcome.complaints().isEmpty() ? ExitCode.PASSED : ExitCode.FOUND;
      } catch (CourseException wrong) {
        throw new UserError(String.valueOf(wrong.getMessage()));
      }
    }
  }
}
