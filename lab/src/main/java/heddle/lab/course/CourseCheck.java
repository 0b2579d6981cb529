package heddle.lab.course;

import heddle.engine.Budget;
import heddle.engine.RacePolicy;
import heddle.engine.Settings;
import heddle.lab.check.Checks;
import heddle.lab.check.Job;
import heddle.lab.check.Question;
import heddle.lab.check.SourceFile;
import heddle.lab.check.Told;
import heddle.lab.course.Exercise.Wrong;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Checks a course: every program gets the verdict that its header states, every reference solution
 * gets full marks, and every wrong solution fails the criterion that it names.
 */
public final class CourseCheck {
  /** Wrong solutions that an exercise must have: fewer show little about its rubric. */
  public static final int WRONG_MIN = 4;

  private static final int SECONDS = 10;

  private final Checks checks;
  private final Grader grader;
  private final List<Callable<Optional<String>>> work = new ArrayList<>();

  private CourseCheck(Checks checks) {
    this.checks = checks;
    this.grader = new Grader(checks);
  }

  /**
   * What came out.
   *
   * @param programs how many programs were checked
   * @param solutions how many solutions were judged
   * @param complaints one line for each thing that is not as it must be
   */
  public record Outcome(int programs, int solutions, List<String> complaints) {}

  /**
   * Checks {@code course} on {@code parallel} cores.
   *
   * @param progress told a line for each thing checked
   */
  public static Outcome run(Course course, int parallel, Consumer<String> progress)
      throws InterruptedException {
    try (var checks = new Checks(parallel)) {
      return new CourseCheck(checks).all(course, parallel + 1, progress);
    }
  }

  private Outcome all(Course course, int parallel, Consumer<String> progress)
      throws InterruptedException {
    List<String> complaints = new ArrayList<>();
    int programs = 0;
    int solutions = 0;
    for (Chapter chapter : course.chapters()) {
      for (CourseProgram program : chapter.programs().values()) {
        String name = chapter.id() + "/" + program.file().name();
        work.add(() -> told(name, program(name, program), progress));
        programs++;
      }
      for (Exercise exercise : chapter.exercises()) {
        String name = chapter.id() + "/" + exercise.id();
        if (exercise.wrong().size() < WRONG_MIN) {
          complaints.add(
              "%s: expected at least %d wrong solutions, got %d"
                  .formatted(name, WRONG_MIN, exercise.wrong().size()));
        }
        work.add(() -> told(name, solution(name, exercise), progress));
        solutions += 1 + exercise.wrong().size();
        for (Wrong wrong : exercise.wrong()) {
          String called = name + "/" + wrong.name();
          work.add(() -> told(called, wrong(called, exercise, wrong), progress));
        }
      }
    }
    try (var threads = Executors.newFixedThreadPool(parallel)) {
      for (Future<Optional<String>> one : threads.invokeAll(work)) {
        try {
          one.get().ifPresent(complaints::add);
        } catch (ExecutionException defect) {
          complaints.add("could not go on: " + defect.getCause());
        }
      }
    }
    return new Outcome(programs, solutions, List.copyOf(complaints));
  }

  private static Optional<String> told(
      String name, Optional<String> complaint, Consumer<String> progress) {
    progress.accept((complaint.isEmpty() ? "✔ " : "✖ ") + name);
    return complaint;
  }

  private Optional<String> program(String name, CourseProgram program) throws InterruptedException {
    Settings usual = Settings.DEFAULT;
    var settings =
        new Settings(
                new Budget(Duration.ofSeconds(SECONDS), Long.MAX_VALUE, Long.MAX_VALUE),
                usual.strategy(),
                usual.time(),
                usual.seed(),
                Optional.empty(),
                usual.stepsPerExecution())
            .with(RacePolicy.IGNORE);
    Job job =
        checks.submit(name, List.of(program.file()), new Question.Explore(settings)).orElseThrow();
    Told told = null;
    while (told == null || !told.isLast()) {
      told = job.next(1, TimeUnit.SECONDS);
    }
    return switch (told) {
      case Told.Done done ->
          program
              .expected()
              .complaint(done.report().verdict())
              .map(complaint -> "%s: %s (%s)".formatted(name, complaint, program.why()));
      case Told.Rejected(var problems) ->
          Optional.of(
              "%s:%d: does not compile: %s"
                  .formatted(name, problems.getFirst().line(), problems.getFirst().message()));
      case Told.Failed(String why) -> Optional.of(name + ": " + why);
      case Told.Queued _, Told.Started _, Told.Exploring _, Told.Steps _, Told.Passing _ ->
          throw new AssertionError();
    };
  }

  /** Collects what a grader tells. */
  private static final class Collected implements Grade.Listener {
    private final List<Grade> grades = new ArrayList<>();
    private String rejected = "";

    @Override
    public void trying(String what) {}

    @Override
    public void rejected(List<heddle.lab.check.Compiler.Problem> problems) {
      var first = problems.getFirst();
      rejected = "%s:%d: %s".formatted(first.file(), first.line(), first.message());
    }

    @Override
    public void graded(Grade grade) {
      grades.add(grade);
    }
  }

  private Collected grade(String user, Exercise exercise, SourceFile solution)
      throws IOException, InterruptedException {
    var collected = new Collected();
    grader.of(exercise, solution).run(user, collected, () -> false);
    return collected;
  }

  private Optional<String> solution(String name, Exercise exercise) throws InterruptedException {
    try {
      Collected collected = grade(name, exercise, exercise.solution());
      if (!collected.rejected.isEmpty()) {
        return Optional.of(name + ": the solution does not compile: " + collected.rejected);
      }
      return collected.grades.stream()
          .filter(grade -> grade.state() != Grade.State.PASSED)
          .findFirst()
          .map(grade ->
              "%s: the solution fails '%s': %s".formatted(name, grade.criterion(), grade.why()));
    } catch (IOException failure) {
      return Optional.of(name + ": the solution: " + failure.getMessage());
    }
  }

  private Optional<String> wrong(String name, Exercise exercise, Wrong wrong)
      throws InterruptedException {
    try {
      Collected collected = grade(name, exercise, wrong.file());
      if (!collected.rejected.isEmpty()) {
        return Optional.of(name + ": does not compile: " + collected.rejected);
      }
      List<String> failed =
          collected.grades.stream()
              .filter(grade -> grade.state() == Grade.State.FAILED)
              .map(Grade::criterion)
              .toList();
      return wrong.criteria().stream().anyMatch(failed::contains)
          ? Optional.empty()
          : Optional.of(
              "%s: expected it to fail '%s', got %s (%s)"
                  .formatted(
                      name, wrong.fails(), failed.isEmpty() ? "full marks" : failed, wrong.why()));
    } catch (IOException failure) {
      return Optional.of(name + ": " + failure.getMessage());
    }
  }
}
