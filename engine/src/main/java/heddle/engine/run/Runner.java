package heddle.engine.run;

import heddle.engine.Budget;
import heddle.engine.Program;
import heddle.engine.Report;
import heddle.engine.Settings;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import heddle.engine.Verdict;
import heddle.engine.explore.Dpor;
import heddle.engine.explore.Exhaustive;
import heddle.engine.schedule.Ending;
import heddle.engine.weave.JdkPatches;
import heddle.hooks.Hooks;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The main class of the child JVM: patches the JDK, reads a request from standard input, explores,
 * writes progress and the report to standard output, and goes on with the next request if nothing
 * of this program is left behind.
 */
public final class Runner {
  private static final int CANARY_EXECUTIONS = 50;

  /** Says that the first request may come late, and is to find everything loaded. */
  static final String WARM = "warm";

  /**
   * A JVM that has had no request for so long gets warm: while many ask, each has better things to
   * do.
   */
  private static final Duration IDLE = Duration.ofMillis(600);

  /** The longest that getting warm may take. */
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  private static @Nullable Instrumentation instrumentation;

  private final RecordCodec codec = new RecordCodec();
  private final DataOutputStream out;

  private Runner(DataOutputStream out) {
    this.out = out;
  }

  /** Called by the JVM before main, by the manifest's {@code Launcher-Agent-Class}. */
  public static void agentmain(String arguments, Instrumentation jvm) {
    instrumentation = jvm;
  }

  /**
   * Called by the JVM; {@code arguments} holds the file that keeps the patched classes, and {@link
   * #WARM} where the JVM is to stand ready.
   */
  public static void main(String[] arguments) throws Exception {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    PrintStream errors = System.err; // the program's output takes its place later
    int status;
    try {
      status =
          new Runner(out)
              .serve(
                  Requests.from(in),
                  Path.of(arguments[0]),
                  Arrays.asList(arguments).contains(WARM));
    } catch (Throwable e) {
      e.printStackTrace(errors);
      status = 70; // EX_SOFTWARE of sysexits.h
    }
    Runtime.getRuntime().halt(status);
  }

  private int serve(Requests requests, Path patches, boolean warm)
      throws IOException, InterruptedException {
    try {
      patchJdk(instrumentation, patches);
      String blind = blindness();
      if (warm && !requests.isAskedWithin(IDLE)) {
        warmUp();
      }
      if (!blind.isEmpty()) {
        send(new Complaint(blind));
        return 1;
      }
    } catch (ReflectiveOperationException e) {
      send(new Complaint(String.valueOf(e.getMessage())));
      return 1;
    }
    Leftovers leftovers = new Leftovers();
    while (true) {
      Object request = requests.take();
      if (request == null) {
        return 0;
      }
      boolean clean = answer(request, requests) && leftovers.areNone();
      send(new Again(clean));
      if (!clean) {
        return 0;
      }
    }
  }

  /** Answers a request; returns whether the program left nothing behind. */
  private boolean answer(Object request, Requests requests) throws IOException {
    try {
      return switch (request) {
        case SteerRequest(Program program, List<Integer> picks) -> {
          Steering steering = new Steering(program);
          send(steering.steer(picks));
          yield steering.leavesNothing();
        }
        case PassingRequest(Program program) -> {
          Steering steering = new Steering(program);
          send(new PassingRequest.Answer(steering.passing()));
          yield steering.leavesNothing();
        }
        default -> explore((Request) request, requests);
      };
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      send(new Complaint("class not found: " + e.getMessage()));
    } catch (ReflectiveOperationException e) {
      send(new Complaint(String.valueOf(e.getMessage())));
    }
    return false;
  }

  private boolean explore(Request request, Requests requests)
      throws IOException, ReflectiveOperationException {
    ProgramRun run =
        new ProgramRun(
            request.program(),
            new Exhaustive(),
            request.settings().stepsPerExecution(),
            request.settings().liberties());
    run.network(request.settings().network());
    Watchdog watchdog = new Watchdog(run, Thread.currentThread(), this::sendAndHalt);
    watchdog.start();
    Exploration exploration =
        new Exploration(run, request.settings(), this::sendQuietly, requests::stopped);
    watchdog.watch(exploration);
    Report report = exploration.run();
    watchdog.finish();
    send(report);
    return run.leavesNothing() && !(report.verdict() instanceof Verdict.NotControllable);
  }

  private synchronized void send(Object message) throws IOException {
    codec.write(out, message);
    out.flush();
  }

  private void sendQuietly(Object message) {
    try {
      send(message);
    } catch (IOException e) {
      Runtime.getRuntime().halt(1); // the parent is gone, and no one is left to be told
    }
  }

  private void sendAndHalt(Report report) {
    sendQuietly(report);
    Runtime.getRuntime().halt(0);
  }

  /**
   * Gives the JDK's classes their new bodies, which {@code cache} keeps from one JVM to the next.
   */
  static void patchJdk(@Nullable Instrumentation jvm, Path cache)
      throws IOException, ReflectiveOperationException {
    if (jvm == null) {
      throw new IllegalStateException("the runner needs to be started as an agent");
    }
    Map<String, byte[]> patched = PatchCache.load(cache);
    if (patched == null) {
      patched = JdkPatches.all();
      PatchCache.store(cache, patched);
    }
    List<ClassDefinition> definitions = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : patched.entrySet()) {
      definitions.add(new ClassDefinition(Class.forName(entry.getKey()), entry.getValue()));
    }
    HttpClasses.instrumentation = jvm;
    Module base = Object.class.getModule();
    jvm.redefineModule(
        base, Set.of(Hooks.class.getModule()), Map.of(), Map.of(), Set.of(), Map.of());
    try {
      jvm.redefineClasses(definitions.toArray(ClassDefinition[]::new));
    } catch (UnmodifiableClassException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Explores a small program to the end while nobody has asked for anything yet: the classes that
   * the first request needs are loaded then.
   */
  private static void warmUp() throws IOException, ReflectiveOperationException {
    Settings settings =
        new Settings(
            new Budget(WARM_UP, CANARY_EXECUTIONS, Long.MAX_VALUE),
            StrategyKind.AUTO,
            TimePolicy.BOTH,
            1,
            Optional.empty(),
            Settings.STEPS_PER_EXECUTION);
    ProgramRun run = new ProgramRun(canary(), new Exhaustive(), settings.stepsPerExecution());
    Report report = new Exploration(run, settings, _ -> {}, () -> false).run();
    new RecordCodec().write(new DataOutputStream(OutputStream.nullOutputStream()), report);
    Dpor reduced = new Dpor(false);
    for (int i = 0; i < CANARY_EXECUTIONS && !reduced.exhausted(); i++) {
      run.explore(reduced, false, true);
    }
  }

  private static Program canary() throws IOException {
    return new Program(
        List.of(CodeSource.of(Canary.class)),
        List.of(),
        Canary.class.getName(),
        List.of(),
        new byte[0]);
  }

  /** Checks that a known failure is found; returns why not, or the empty text. */
  private static String blindness() throws IOException, ReflectiveOperationException {
    Exhaustive strategy = new Exhaustive();
    ProgramRun run = new ProgramRun(canary(), strategy, CANARY_EXECUTIONS * 10L, Set.of());
    int learned = 0;
    for (int i = 0; i < CANARY_EXECUTIONS && !strategy.exhausted(); i++) {
      if (run.explore(strategy, false, true) instanceof Ending.Died) {
        return "";
      }
      if (run.learned() > learned) {
        learned = run.learned();
        strategy = new Exhaustive();
      }
    }
    return "the engine does not find a known failure on this JDK ("
        + Runtime.version()
        + "): its verdicts could not be trusted";
  }
}
