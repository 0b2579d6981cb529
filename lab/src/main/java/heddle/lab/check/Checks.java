package heddle.lab.check;

import heddle.engine.Program;
import heddle.engine.Settings;
import heddle.engine.Standby;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Checks programs for many people on a few cores: each in a JVM of its own, under limits, and in
 * turn. Thread-safe.
 */
public final class Checks implements AutoCloseable {
  /** One press runs and one waits; a third says so at once. */
  private static final int WAITING_EACH = 4;

  private static final int WAITING_ALL = 200;

  /** How much longer than its budget an exploration may take before its JVM is ended. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger("heddle.lab");

  private final FairQueue<Job> queue = new FairQueue<>(WAITING_EACH, WAITING_ALL);
  private final RunnerPool runners;
  private final List<Thread> workers;
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heddle-lab-alarm").factory());

  /** Starts {@code parallel} workers, and as many child JVMs that stand ready. */
  public Checks(int parallel) {
    this.runners = new RunnerPool(parallel);
    this.workers =
        Stream.generate(
                () -> Thread.ofPlatform().daemon().name("heddle-lab-worker").start(this::work))
            .limit(parallel)
            .toList();
  }

  /**
   * Puts a check into the queue.
   *
   * @param user whose turn it takes
   * @return empty when this user, or all together, have too many waiting
   */
  public Optional<Job> submit(String user, List<SourceFile> files, Question question) {
    SourceFile.requireProgram(files);
    Job job = new Job(user, files, question);
    int ahead = queue.size();
    if (ahead > 0) {
      job.tell(new Told.Queued(ahead));
    }
    return queue.offer(user, job) ? Optional.of(job) : Optional.empty();
  }

  /** Ends a check early, whether it waits or runs. */
  public void stop(Job job) {
    job.stop();
    if (queue.remove(job.user(), job)) {
      job.tell(new Told.Failed("Stopped before it began."));
    }
  }

  private void work() {
    try (Compiler compiler = new Compiler()) {
      for (var job = queue.take(); job.isPresent(); job = queue.take()) {
        try {
          check(job.get(), compiler);
        } catch (RuntimeException defect) {
          LOG.log(Level.ERROR, "a check failed", defect);
          job.get().tell(new Told.Failed("A defect of the workshop itself: " + defect));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException unclosed) {
      LOG.log(Level.DEBUG, "the compiler did not close", unclosed);
    }
  }

  private void check(Job job, Compiler compiler) throws InterruptedException {
    job.tell(new Told.Started());
    try (var folder = new TemporaryFolder("heddle-lab-")) {
      var compiled = compiler.compile(job.files(), folder.path());
      if (!compiled.works()) {
        job.tell(new Told.Rejected(compiled.problems()));
        return;
      }
      if (compiled.mainClass().isEmpty()) {
        job.tell(new Told.Failed("Nothing to run: expected a main method, such as 'void main()'."));
        return;
      }
      writeSources(job.files(), folder.path());
      var program =
          new Program(
              List.of(folder.path()),
              List.of(folder.path()),
              compiled.mainClass().get(),
              List.of(),
              new byte[0]);
      explore(job, program);
    } catch (IOException failure) {
      job.tell(new Told.Failed("Could not go on: " + failure.getMessage()));
    }
  }

  private static void writeSources(List<SourceFile> files, Path folder) throws IOException {
    for (SourceFile file : files) {
      Files.writeString(folder.resolve(file.name()), file.text());
    }
  }

  private void explore(Job job, Program program) throws InterruptedException {
    AtomicBoolean late = new AtomicBoolean();
    Duration limit = job.question().time().plus(GRACE);
    Standby child = runners.take();
    boolean answered = false;
    try {
      Future<?> end =
          alarm.schedule(
              () -> {
                late.set(true);
                child.close();
              },
              limit.toMillis(),
              TimeUnit.MILLISECONDS);
      job.begin();
      try {
        job.tell(answer(child, job, program));
        answered = true;
      } catch (IOException died) {
        job.tell(new Told.Failed(late.get() ? tooLate(limit) : reason(died)));
      } finally {
        job.end();
        end.cancel(false);
      }
    } finally {
      runners.giveBack(child, answered);
    }
  }

  private static Told answer(Standby child, Job job, Program program) throws IOException {
    return switch (job.question()) {
      case Question.Explore(Settings settings) ->
          new Told.Done(
              program,
              child.explore(program, settings, progress -> job.tell(new Told.Exploring(progress))));
      case Question.Steer(List<Integer> picks) -> new Told.Steps(child.steer(program, picks));
      case Question.Pass() -> new Told.Passing(child.passing(program));
    };
  }

  private static String tooLate(Duration limit) {
    return "The program did not let go within %d seconds, and was ended."
        .formatted(limit.toSeconds());
  }

  /** The child's own words may be a stack trace; the first line is what a person can use. */
  private static String reason(IOException died) {
    String message = String.valueOf(died.getMessage());
    if (message.contains("OutOfMemoryError")) {
      return "The program used more than " + RunnerPool.HEAP + " of memory, and was ended.";
    }
    return "The program was ended: " + message.lines().findFirst().orElse("its JVM died") + ".";
  }

  @Override
  public void close() {
    queue.close();
    workers.forEach(Thread::interrupt);
    alarm.shutdownNow();
    runners.close();
  }
}
