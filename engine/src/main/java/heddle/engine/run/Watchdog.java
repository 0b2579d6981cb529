package heddle.engine.run;

import heddle.engine.Place;
import heddle.engine.Report;
import heddle.engine.Verdict;
import heddle.engine.detect.Diagnosis;
import heddle.engine.schedule.Task;
import heddle.hooks.Hooks;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the carrier thread is stuck in something that the engine does not control, such as a
 * read from a file that never comes: then no hook is called any more, so a thread of its own has to
 * report it.
 */
final class Watchdog extends Thread {
  private static final long PERIOD_MILLIS = 250;

  /**
   * How long the program may stay within one call of a library, in milliseconds: of the clock if it
   * waits, of the processor if it works. A busy machine is no reason to call a program stuck.
   */
  private static final long STUCK_MILLIS = 5_000;

  /** Who uses less than one part of this many of a processor's time waits. */
  private static final int WAITING_PART = 20;

  private final ProgramRun run;
  private final Thread carrier;
  private final Consumer<Report> report;
  private volatile @Nullable Exploration exploration;
  private volatile boolean finished;

  Watchdog(ProgramRun run, Thread carrier, Consumer<Report> report) {
    super("heddle-watchdog");
    setDaemon(true);
    this.run = run;
    this.carrier = carrier;
    this.report = report;
  }

  void watch(Exploration newExploration) {
    exploration = newExploration;
  }

  /** Ends it, and waits until it has ended. */
  void finish() {
    finished = true;
    interrupt();
    try {
      join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    long sameFor = 0;
    long before = -1;
    long worked = 0;
    while (!finished) {
      try {
        Thread.sleep(PERIOD_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      long now = Hooks.ops + Hooks.version * 31 + run.scheduler().steps() * 1009;
      now += LibraryLoader.LOADED.get() * 7919L;
      boolean same = now == before && run.scheduler().current() != null;
      if (same && sameFor == 0) {
        worked = processorMillis();
      }
      sameFor = same ? sameFor + PERIOD_MILLIS : 0;
      before = now;
      Exploration stuck = exploration;
      if (sameFor >= STUCK_MILLIS && isStuck(sameFor, worked) && stuck != null && !finished) {
        report.accept(stuck.stuck(escape()));
        return;
      }
    }
  }

  private static boolean isStuck(long sameFor, long workedBefore) {
    long worked = processorMillis() - workedBefore;
    return worked < sameFor / WAITING_PART || worked >= STUCK_MILLIS;
  }

  /** Returns how much time of processors this JVM has taken; 0 where that is not known. */
  private static long processorMillis() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  private Verdict.Escape escape() {
    StackTraceElement[] frames = carrier.getStackTrace();
    String library =
        frames.length == 0 ? "?" : frames[0].getClassName() + "." + frames[0].getMethodName();
    Task task = run.scheduler().current();
    Place place = task == null ? Place.UNKNOWN : run.sites().place(task.site());
    for (StackTraceElement frame : frames) {
      if (Diagnosis.isProgram(frame)) {
        String file = frame.getFileName();
        place =
            new Place(
                file == null ? "?" : file,
                Math.max(frame.getLineNumber(), 0),
                frame.getMethodName());
        break;
      }
    }
    return new Verdict.Escape("does not come back from " + library, place);
  }
}
