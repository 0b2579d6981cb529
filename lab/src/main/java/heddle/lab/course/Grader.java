package heddle.lab.course;

import heddle.engine.Budget;
import heddle.engine.RacePolicy;
import heddle.engine.Settings;
import heddle.engine.Verdict;
import heddle.lab.check.Checks;
import heddle.lab.check.Job;
import heddle.lab.check.Question;
import heddle.lab.check.SourceFile;
import heddle.lab.check.Told;
import heddle.lab.check.Waiting;
import heddle.lab.course.Grade.State;
import heddle.lab.course.Rubric.Criterion;
import heddle.lab.course.Rubric.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Judges solutions of exercises by exploring programs around them. Thread-safe. */
public final class Grader {
  private static final int SECONDS = 2;
  private static final long POLL_MILLIS = 200;

  /** A solution that needs more steps for a trial does not come to an end. */
  private static final long STEPS = 20_000;

  private final Checks checks;

  /** A grader that has programs explored by {@code checks}. */
  public Grader(Checks checks) {
    this.checks = checks;
  }

  /** A solution that is to be judged. */
  @FunctionalInterface
  public interface Grading {
    /**
     * Judges the solution; returns when all is told.
     *
     * @param user whose turn the checks take
     * @param cancelled asked now and then; when true, the rest is left out
     * @throws IOException when a program could not be explored
     */
    void run(String user, Grade.Listener listener, BooleanSupplier cancelled)
        throws IOException, InterruptedException;
  }

  /** Returns how {@code solution} is to be judged; empty when there is no such exercise. */
  public Optional<Grading> of(Course course, String chapter, String exercise, SourceFile solution) {
    return course.exercise(chapter, exercise).map(found -> of(found, solution));
  }

  Grading of(Exercise exercise, SourceFile solution) {
    return (user, listener, cancelled) -> {
      var one = new One(user, exercise, solution, listener, cancelled);
      switch (exercise.rubric()) {
        case Rubric.OfProgram rubric -> one.program(rubric);
        case Rubric.OfTest rubric -> one.test(rubric);
      }
    };
  }

  /** One solution being judged. */
  private final class One {
    private final String user;
    private final Exercise exercise;
    private final SourceFile solution;
    private final Grade.Listener listener;
    private final BooleanSupplier cancelled;
    private final Map<String, Grade> failed = new LinkedHashMap<>();

    One(
        String user,
        Exercise exercise,
        SourceFile solution,
        Grade.Listener listener,
        BooleanSupplier cancelled) {
      this.user = user;
      this.exercise = exercise;
      this.solution = solution;
      this.listener = listener;
      this.cancelled = cancelled;
    }

    private void program(Rubric.OfProgram rubric) throws IOException, InterruptedException {
      boolean general = true;
      for (Trial trial : rubric.trials()) {
        if (cancelled.getAsBoolean()) {
          return;
        }
        listener.trying(trial.what());
        switch (check(List.of(trial.file(), solution), trial.seconds())) {
          case Told.Rejected(var problems) -> {
            listener.rejected(problems);
            return;
          }
          case Told.Done done when broken(trial, done).isPresent() -> {
            Criterion criterion = criterion(rubric, broken(trial, done).get());
            failed.putIfAbsent(criterion.id(), failed(criterion, trial, done));
            general &= !trial.criterion().isEmpty();
          }
          case Told.Done _ -> {}
          case Told.Failed(String why) -> throw new IOException(why);
          case Told.Queued _, Told.Started _, Told.Exploring _, Told.Steps _, Told.Passing _ ->
              throw new AssertionError();
        }
      }
      Optional<String> waiting = Waiting.in(solution);
      for (Criterion criterion : rubric.criteria()) {
        listener.graded(judged(criterion, general, waiting));
      }
    }

    private Grade judged(Criterion criterion, boolean general, Optional<String> waiting) {
      Grade known = failed.get(criterion.id());
      if (known != null) {
        return known;
      }
      boolean sleep = criterion.id().equals(Criteria.NO_SLEEP);
      if (sleep && waiting.isPresent()) {
        return grade(criterion, State.FAILED, waiting.get());
      }
      boolean ofItsOwn =
          exercise.rubric() instanceof Rubric.OfProgram program
              && program.trials().stream().anyMatch(t -> t.criterion().equals(criterion.id()));
      if (general || ofItsOwn || sleep) {
        return grade(criterion, State.PASSED, "");
      }
      return grade(criterion, State.OPEN, "A failure above ended the run before this was tried.");
    }

    private Optional<String> broken(Trial trial, Told.Done done) {
      return switch (done.report().verdict()) {
        case Verdict.Fails fails ->
            Optional.of(
                trial.criterion().isEmpty() || fails.onlySleepPrevents()
                    ? Criteria.brokenBy(fails)
                    : trial.criterion());
        case Verdict.NotControllable _ -> Optional.of(Criteria.RIGHT);
        case Verdict.AllPass _, Verdict.NothingFound _ -> Optional.empty();
      };
    }

    private Criterion criterion(Rubric rubric, String id) {
      return rubric.criteria().stream()
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElse(rubric.criteria().getFirst());
    }

    private Grade failed(Criterion criterion, Trial trial, Told.Done done) {
      String why =
          switch (done.report().verdict()) {
            case Verdict.Fails fails -> fails.finding().title() + ". ";
            case Verdict.NotControllable(var escapes) ->
                "It " + escapes.getFirst().what() + ", which can not be checked. ";
            case Verdict.AllPass _, Verdict.NothingFound _ -> "";
          };
      return new Grade(
          criterion.id(),
          criterion.label(),
          State.FAILED,
          why + "Tried: " + trial.what() + ".",
          Optional.of(done));
    }

    private Grade grade(Criterion criterion, State state, String why) {
      return new Grade(criterion.id(), criterion.label(), state, why, Optional.empty());
    }

    private void test(Rubric.OfTest rubric) throws IOException, InterruptedException {
      listener.trying("with the right program");
      Told with = check(List.of(solution, rubric.right()), SECONDS);
      if (with instanceof Told.Rejected(var problems)) {
        listener.rejected(problems);
        return;
      }
      Told.Done right = done(with);
      boolean accepts = !complains(right);
      listener.graded(
          accepts
              ? grade(Criteria.ACCEPTS, State.PASSED, "")
              : new Grade(
                  Criteria.ACCEPTS.id(),
                  Criteria.ACCEPTS.label(),
                  State.FAILED,
                  "Your test complains about a program that is right.",
                  Optional.of(right)));
      for (Rubric.Subject subject : rubric.broken()) {
        if (cancelled.getAsBoolean()) {
          return;
        }
        Criterion criterion = Criteria.catches(subject.name());
        if (!accepts) {
          listener.graded(
              grade(
                  criterion,
                  State.OPEN,
                  "A test that complains about everything catches nothing."));
          continue;
        }
        listener.trying("with " + subject.name().replace('-', ' '));
        Told.Done done = done(check(List.of(solution, subject.file()), SECONDS));
        listener.graded(
            complains(done)
                ? new Grade(
                    criterion.id(),
                    criterion.label(),
                    State.PASSED,
                    subject.why(),
                    Optional.of(done))
                : grade(criterion, State.FAILED, "Your test passes with it. " + subject.why()));
      }
    }

    private Told.Done done(Told told) throws IOException {
      return switch (told) {
        case Told.Done done -> done;
        case Told.Failed(String why) -> throw new IOException(why);
        case Told.Rejected(var problems) -> throw new IOException(problems.getFirst().message());
        case Told.Queued _, Told.Started _, Told.Exploring _, Told.Steps _, Told.Passing _ ->
            throw new AssertionError();
      };
    }

    private static boolean complains(Told.Done done) {
      return done.report().verdict() instanceof Verdict.Fails;
    }

    private Told check(List<SourceFile> files, int seconds)
        throws IOException, InterruptedException {
      Settings usual = Settings.DEFAULT;
      Settings settings =
          new Settings(
                  new Budget(Duration.ofSeconds(seconds), Long.MAX_VALUE, Long.MAX_VALUE),
                  usual.strategy(),
                  usual.time(),
                  usual.seed(),
                  Optional.empty(),
                  STEPS)
              .with(RacePolicy.IGNORE);
      Job job =
          checks
              .submit(user, files, new Question.Explore(settings))
              .orElseThrow(() -> new IOException("too many checks are waiting: try again shortly"));
      while (true) {
        Told told = job.next(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (told != null && told.isLast()) {
          return told;
        }
        if (cancelled.getAsBoolean()) {
          checks.stop(job);
        }
      }
    }
  }
}
