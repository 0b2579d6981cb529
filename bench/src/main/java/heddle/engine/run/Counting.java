package heddle.engine.run;

import heddle.engine.Program;
import heddle.engine.Settings;
import heddle.engine.explore.Classes;
import heddle.engine.explore.Dpor;
import heddle.engine.explore.Exhaustive;
import heddle.engine.explore.RandomWalk;
import heddle.engine.schedule.Ending;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a child JVM that counts the executions that a reduced search of one program
 * takes, and the interleavings and classes of interleavings that there are.
 */
public final class Counting {
  /** Executions that find out which plain accesses are scheduling points. */
  private static final int WARM_UP = 300;

  private static @Nullable Instrumentation instrumentation;

  private Counting() {}

  /**
   * What was counted.
   *
   * @param completed executions of the reduced search that came to their end
   * @param pruned those that were cut off
   * @param distinct classes among the completed
   * @param nanos time that the reduced search took
   * @param interleavings interleavings that there are, or were tried before the limit
   * @param classes classes among these
   * @param all whether all interleavings were tried
   */
  public record Line(
      long completed,
      long pruned,
      long distinct,
      long nanos,
      long interleavings,
      long classes,
      boolean all) {
    /** Reads a line as {@link #toString} writes it. */
    public static Line parse(String text) {
      String[] parts = text.split(" ", 7);
      return new Line(
          Long.parseLong(parts[0]),
          Long.parseLong(parts[1]),
          Long.parseLong(parts[2]),
          Long.parseLong(parts[3]),
          Long.parseLong(parts[4]),
          Long.parseLong(parts[5]),
          Boolean.parseBoolean(parts[6]));
    }

    @Override
    public String toString() {
      return "%d %d %d %d %d %d %b"
          .formatted(completed, pruned, distinct, nanos, interleavings, classes, all);
    }
  }

  /** Called by the JVM before main, by the manifest's {@code Launcher-Agent-Class}. */
  public static void agentmain(String arguments, Instrumentation jvm) {
    instrumentation = jvm;
  }

  /** Takes the folder with the classes, the main class, the limit and the patches. */
  public static void main(String[] arguments) throws Exception {
    var out = System.out; // the program's output takes its place
    Runner.patchJdk(instrumentation, Path.of(arguments[3]));
    Program program =
        new Program(
            List.of(Path.of(arguments[0])), List.of(), arguments[1], List.of(), new byte[0]);
    out.println(count(program, Long.parseLong(arguments[2])));
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static Line count(Program program, long limit)
      throws IOException, ReflectiveOperationException {
    RandomWalk walk = new RandomWalk(1);
    ProgramRun run = new ProgramRun(program, walk, Settings.STEPS_PER_EXECUTION);
    for (int i = 0; i < WARM_UP; i++) {
      run.explore(walk, false, true);
    }
    Dpor dpor = new Dpor(false);
    Set<Long> distinct = new HashSet<>();
    long start = System.nanoTime();
    while (!dpor.exhausted()) {
      if (!(run.explore(dpor, false, true) instanceof Ending.Pruned)) {
        distinct.add(dpor.fingerprint());
      }
    }
    long nanos = System.nanoTime() - start;
    Exhaustive every = new Exhaustive();
    Classes classes = new Classes(every);
    long interleavings = 0;
    while (!every.exhausted() && interleavings < limit) {
      run.explore(classes, false, true);
      interleavings++;
    }
    return new Line(
        dpor.completed(),
        dpor.pruned(),
        distinct.size(),
        nanos,
        interleavings,
        classes.seen().size(),
        every.exhausted());
  }
}
