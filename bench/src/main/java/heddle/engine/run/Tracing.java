package heddle.engine.run;

import heddle.engine.Program;
import heddle.engine.Settings;
import heddle.engine.explore.RandomWalk;
import heddle.engine.trace.Event;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a child JVM that executes one program some times by random walk and prints what
 * happened: the schedule of each execution, and the events of the last.
 */
public final class Tracing {
  private static final long SEED = 1;

  private static @Nullable Instrumentation instrumentation;

  private Tracing() {}

  /** Called by the JVM before main, by the manifest's {@code Launcher-Agent-Class}. */
  public static void agentmain(String arguments, Instrumentation jvm) {
    instrumentation = jvm;
  }

  /** Takes the folder with the classes, the main class, the executions and the patches. */
  public static void main(String[] arguments) throws Exception {
    Runner.patchJdk(instrumentation, Path.of(arguments[3]));
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Program program =
        new Program(
            List.of(Path.of(arguments[0])), List.of(), arguments[1], List.of(), new byte[0]);
    RandomWalk strategy = new RandomWalk(SEED);
    ProgramRun run = new ProgramRun(program, strategy, Settings.STEPS_PER_EXECUTION);
    int executions = Integer.parseInt(arguments[2]);
    for (int i = 0; i < executions; i++) {
      var ending = run.explore(strategy, false, false);
      out.println(
          ending.getClass().getSimpleName() + " " + run.scheduler().choices().schedule(false));
    }
    var last = run.record(run.scheduler().choices().copy(), true);
    for (Event event : last.recorder().trace().events()) {
      out.println(event);
    }
    Runtime.getRuntime().halt(0);
  }
}
