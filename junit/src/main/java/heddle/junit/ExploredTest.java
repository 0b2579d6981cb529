package heddle.junit;

import heddle.engine.Budget;
import heddle.engine.Check;
import heddle.engine.Finding;
import heddle.engine.Program;
import heddle.engine.Report;
import heddle.engine.Schedule;
import heddle.engine.Settings;
import heddle.engine.Verdict;
import heddle.engine.trace.ReportHtml;
import heddle.engine.trace.ReportText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One test to be explored, in the JVM that runs JUnit. */
final class ExploredTest {
  /** Columns of the pictures in messages: what a log or an IDE's console shows unbroken. */
  private static final int COLUMNS = 100;

  /**
   * Packages that are loaded as they are: JUnit itself and what tests make their claims with. Their
   * classes keep no thread waiting, so weaving them would only cost time.
   */
  private static final List<String> LIBRARIES =
      List.of(
          "heddle.engine.",
          "heddle.junit.",
          "org.junit.",
          "org.opentest4j.",
          "org.apiguardian.",
          "org.assertj.",
          "org.hamcrest.",
          "com.google.common.truth.");

  /** Each child JVM keeps one core busy; more of them at once would only share the cores. */
  private static final Semaphore CHILDREN =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  private final Explore explore;
  private final ExtensionContext context;
  private final String name;
  private final TestClassPath classPath;
  private final KeptSchedule kept;
  private boolean replayedFirst;

  ExploredTest(Explore explore, ExtensionContext context) {
    this.explore = explore;
    this.context = context;
    this.name =
        context.getRequiredTestClass().getSimpleName()
            + "."
            + context.getRequiredTestMethod().getName();
    this.classPath = TestClassPath.of(context.getRequiredTestClass());
    Path folder =
        context.getConfigurationParameter(Explore.FOLDER).map(Path::of).orElse(classPath.folder());
    this.kept = new KeptSchedule(folder, context);
  }

  /** Explores, or replays, and throws what JUnit is to report. */
  void explore() throws InterruptedException {
    if (!explore.schedule().isEmpty()) {
      judgeReplay(run(Optional.of(schedule(explore.schedule()))));
      return;
    }
    Optional<Schedule> before = kept.read();
    if (before.isPresent()) {
      Explored replayed = run(before);
      if (replayed.report().verdict() instanceof Verdict.Fails) {
        replayedFirst = true;
        judge(replayed);
      }
      kept.delete();
      tell("the kept schedule " + before.get() + " passes now, and is deleted");
    }
    judge(run(Optional.empty()));
  }

  private Schedule schedule(String text) {
    try {
      return new Schedule(text);
    } catch (IllegalArgumentException e) {
      throw new AssertionFailedError(name + ": " + e.getMessage());
    }
  }

  /** A report, and what the child said beside it. */
  private record Explored(Report report, ChildNotes notes, List<Path> sources) {}

  private Explored run(Optional<Schedule> schedule) throws InterruptedException {
    CHILDREN.acquire();
    try (ChildNotes notes = ChildNotes.create()) {
      ChildArguments arguments =
          new ChildArguments(
              TestIds.inJupiter(context.getUniqueId()),
              notes.file(),
              explore.mayLeaveThreads(),
              Handover.parameters(context),
              Handover.properties());
      Program program =
          new Program(
              classPath.entries(),
              classPath.sources(),
              ChildRun.class.getName(),
              arguments.toList(),
              new byte[0],
              LIBRARIES);
      Report report = Check.explore(program, settings(schedule), _ -> {});
      notes.read();
      return new Explored(report, notes, classPath.sources());
    } catch (IOException e) {
      throw new AssertionFailedError("@Explore could not run " + name + ": " + e.getMessage(), e);
    } finally {
      CHILDREN.release();
    }
  }

  private Settings settings(Optional<Schedule> schedule) {
    try {
      return new Settings(
              new Budget(
                  Duration.ofSeconds(explore.seconds()), explore.executions(), Long.MAX_VALUE),
              explore.strategy(),
              explore.time(),
              explore.seed(),
              schedule,
              explore.stepsPerExecution())
          .with(Set.of(explore.liberties()))
          .with(explore.races())
          .with(explore.network());
    } catch (IllegalArgumentException e) {
      throw new AssertionFailedError("@Explore on " + name + ": " + e.getMessage());
    }
  }

  private void judgeReplay(Explored replayed) {
    Report report = replayed.report();
    if (report.verdict() instanceof Verdict.NothingFound && !report.notes().isEmpty()) {
      throw new AssertionFailedError(name + ": " + String.join("; ", report.notes()));
    }
    if (report.verdict() instanceof Verdict.NothingFound && report.executions() > 0) {
      abortIfNothingRan(replayed.notes());
      tell("passes under the schedule " + explore.schedule());
      return;
    }
    judge(replayed);
  }

  private void judge(Explored explored) {
    Report report = explored.report();
    switch (report.verdict()) {
      case Verdict.Fails fails -> fail(explored, fails);
      case Verdict.AllPass all -> {
        if (explore.prove() && !all.proved()) {
          throw new AssertionFailedError("not proved: " + text(report));
        }
        passed(explored);
      }
      case Verdict.NothingFound _ -> {
        if (report.executions() == 0) {
          throw new AssertionFailedError(
              "@Explore could not run " + name + ": not one execution ended within the budget");
        }
        if (explore.prove()) {
          abortIfNothingRan(explored.notes());
          throw new AssertionFailedError(
              "not proved: " + text(report) + "Give it more time, or make the test smaller.");
        }
        passed(explored);
      }
      case Verdict.NotControllable _ -> throw new AssertionFailedError(text(report).strip());
    }
  }

  private void passed(Explored explored) {
    abortIfNothingRan(explored.notes());
    Report report = explored.report();
    tell(
        text(report).strip()
            + (report.verdict() instanceof Verdict.AllPass
                ? " (%,d executions in %.1f s)".formatted(report.executions(), report.nanos() / 1e9)
                : ""));
  }

  private static void abortIfNothingRan(ChildNotes notes) {
    if (!notes.ran() && notes.aborted() != null) {
      throw new TestAbortedException(notes.aborted());
    }
  }

  private void fail(Explored explored, Verdict.Fails fails) {
    Finding.Failure failure = failure(fails.finding());
    if (failure != null && failure.type().equals(NotRunException.class.getName())) {
      throw new AssertionFailedError(
          "@Explore could not run " + name + " in its own JVM: " + failure.message());
    }
    kept.write(
        fails.schedule(),
        ReportHtml.write(explored.report(), explored.sources(), ExploredTest::annotation));
    String message =
        text(explored.report())
            + (replayedFirst
                ? "  it is the kept schedule, which was replayed first: "
                : "  the next run replays it first; kept as ")
            + kept.file()
            + "\n  page: "
            + kept.page()
            + "\n";
    tell("✖ fails: " + fails.finding().title());
    @Nullable Throwable cause = failure == null ? null : explored.notes().cause(failure);
    AssertionFailedError error =
        cause instanceof AssertionFailedError original
                && original.isExpectedDefined()
                && original.isActualDefined()
            ? new AssertionFailedError(
                message, original.getExpected(), original.getActual(), original)
            : new AssertionFailedError(message, cause);
    if (cause != null && cause.getStackTrace().length > 0) {
      error.setStackTrace(cause.getStackTrace());
    }
    throw error;
  }

  private static Finding.@Nullable Failure failure(Finding finding) {
    if (finding instanceof Finding.LostUpdate lost) {
      return lost.failure();
    }
    return finding instanceof Finding.Failure failure ? failure : null;
  }

  private static String text(Report report) {
    return new ReportText(false, COLUMNS, false)
        .write(report, ExploredTest::annotation)
        .replace("--all shows", "the page shows"); // an option of the command
  }

  private static String annotation(Schedule schedule) {
    return "@Explore(schedule = \"" + schedule + "\")";
  }

  private void tell(String text) {
    context.publishReportEntry(Map.of("heddle", text));
    System.out.println("heddle: " + name + ": " + text);
  }
}
