package heddle.engine.run;

import heddle.engine.Program;
import heddle.engine.Settings;
import heddle.engine.explore.RandomWalk;
import heddle.engine.schedule.Ending;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a child JVM that executes one program again and again by random walk and goes
 * on after findings.
 */
public final class Repetition {
  /** The first executions, of which each looks for data races. */
  private static final int SAMPLES = 100;

  private static final int DETECT_EVERY = 16;
  private static final long LINE_NANOS = 100_000_000;
  private static final long SEED = 1;

  private static @Nullable Instrumentation instrumentation;

  private final Map<String, Long> endings = new TreeMap<>();
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private final Detection detection;

  private Repetition(Detection detection) {
    this.detection = detection;
  }

  /** In which executions data races are looked for. */
  public enum Detection {
    /** In the first hundred, and in one of sixteen after those. */
    USUAL,
    /** In the first hundred, which learn what is a scheduling point, and in none after those. */
    OFF,
    /** In all. */
    ON
  }

  private boolean detects(long execution) {
    return switch (detection) {
      case ON -> true;
      case OFF -> execution < SAMPLES;
      case USUAL -> execution < SAMPLES || execution % DETECT_EVERY == 0;
    };
  }

  /**
   * What the child tells.
   *
   * @param executions executions so far
   * @param nanos time since it began to explore
   * @param heapBytes what the heap holds, garbage included, except in the last line
   * @param endings how the executions ended; empty but for the last line
   */
  public record Line(long executions, long nanos, long heapBytes, String endings) {
    /** Reads a line as {@link #toString} writes it. */
    public static Line parse(String text) {
      String[] parts = text.split(" ", 4);
      return new Line(
          Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
    }

    @Override
    public String toString() {
      return executions + " " + nanos + " " + heapBytes + " " + endings;
    }
  }

  /** Called by the JVM before main, by the manifest's {@code Launcher-Agent-Class}. */
  public static void agentmain(String arguments, Instrumentation jvm) {
    instrumentation = jvm;
  }

  /**
   * Takes the folder with the classes, the main class, the executions, the seconds, the patches and
   * how often data races are looked for.
   */
  public static void main(String[] arguments) throws Exception {
    Runner.patchJdk(instrumentation, Path.of(arguments[4]));
    Program program =
        new Program(
            List.of(Path.of(arguments[0])), List.of(), arguments[1], List.of(), new byte[0]);
    long executions = Long.parseLong(arguments[2]);
    long nanos = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[3]));
    new Repetition(Detection.valueOf(arguments[5])).repeat(program, executions, nanos);
    Runtime.getRuntime().halt(0);
  }

  private void repeat(Program program, long executions, long nanosMax)
      throws IOException, ReflectiveOperationException {
    RandomWalk strategy = new RandomWalk(SEED);
    ProgramRun run = new ProgramRun(program, strategy, Settings.STEPS_PER_EXECUTION);
    long start = System.nanoTime();
    long told = start;
    long done = 0;
    while (done < executions && System.nanoTime() - start < nanosMax) {
      Ending ending = run.explore(strategy, false, detects(done));
      endings.merge(ending.getClass().getSimpleName(), 1L, Long::sum);
      done++;
      long now = System.nanoTime();
      if (now - told > LINE_NANOS) {
        told = now;
        out.println(new Line(done, now - start, heapBytes(), ""));
      }
    }
    long nanos = System.nanoTime() - start;
    System.gc();
    out.println(new Line(done, nanos, heapBytes(), endings.toString()));
  }

  private static long heapBytes() {
    Runtime jvm = Runtime.getRuntime();
    return jvm.totalMemory() - jvm.freeMemory();
  }
}
