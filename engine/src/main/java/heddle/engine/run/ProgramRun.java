package heddle.engine.run;

import heddle.engine.NetworkLevel;
import heddle.engine.Program;
import heddle.engine.detect.Diagnosis;
import heddle.engine.detect.RaceDetector;
import heddle.engine.detect.Recorder;
import heddle.engine.detect.WaitForGraph;
import heddle.engine.explore.Exhaustive;
import heddle.engine.explore.Picked;
import heddle.engine.net.Network;
import heddle.engine.schedule.Blocking;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.ClassInitializers;
import heddle.engine.schedule.Ending;
import heddle.engine.schedule.Engine;
import heddle.engine.schedule.Scheduler;
import heddle.engine.schedule.Strategy;
import heddle.engine.weave.SiteTable;
import heddle.engine.weave.Weaver;
import heddle.hooks.Hooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * One program in this JVM, ready to be run again and again. Confined to the thread that creates it.
 */
final class ProgramRun {
  private final SiteTable sites = new SiteTable();
  private final ClassInitializers initializers = new ClassInitializers();
  private final Scheduler scheduler;
  private final Engine engine;
  private final WeavingLoader loader;
  private final RaceDetector detector;
  private final Network network;
  private final Output output = new Output();
  private final byte[] input;
  private final Runnable main;
  private final long stepsMax;
  private final Properties properties = (Properties) System.getProperties().clone();
  private PrintStream printer = printer();

  private NetworkLevel networkLevel = NetworkLevel.TCP;

  /** What a recorded execution showed. */
  record Recorded(Ending ending, Recorder recorder) {}

  /**
   * Loads {@code program}.
   *
   * @throws ReflectiveOperationException when it has no main method that can be called
   */
  ProgramRun(Program program, Strategy first, long stepsMax)
      throws IOException, ReflectiveOperationException {
    this.scheduler = new Scheduler(first);
    this.engine = new Engine(scheduler, sites, initializers);
    this.network = new Network(new Blocking(scheduler));
    this.detector = new RaceDetector(sites);
    this.input = program.input();
    this.stepsMax = stepsMax;
    URL[] urls = new URL[program.classPath().size()];
    for (int i = 0; i < urls.length; i++) {
      Path entry = program.classPath().get(i);
      urls[i] = entry.toUri().toURL();
    }
    this.loader =
        new WeavingLoader(
            urls, self -> new Weaver(sites, self::programResource), initializers, engine);
    engine.install();
    Class<?> type = Class.forName(program.mainClass(), false, loader);
    this.main = MainMethod.of(type, program.arguments().toArray(String[]::new));
  }

  private PrintStream printer() {
    return new PrintStream(output, true, StandardCharsets.UTF_8);
  }

  /** Sets what the simulated network may do from the next execution on. */
  void network(NetworkLevel level) {
    networkLevel = level;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  SiteTable sites() {
    return sites;
  }

  /** Returns the classes that could not be woven. */
  List<String> unwoven() {
    return loader.unwoven();
  }

  /** Returns how many plain accesses are scheduling points by now, because they race. */
  int learned() {
    return detector.learned();
  }

  /** Runs one execution under {@code strategy}. */
  Ending explore(Strategy strategy, boolean adversarial, boolean detect) {
    scheduler.explore(strategy, adversarial, stepsMax);
    if (detect) {
      detector.begin();
      engine.observe(detector);
    } else {
      engine.observe(null);
    }
    Hooks.watching = detect;
    return run();
  }

  /** Repeats {@code choices}; {@code exact}: a choice that can not be made ends the execution. */
  Ending replay(Choices choices, boolean exact) {
    scheduler.replay(choices, exact, stepsMax);
    engine.observe(null);
    Hooks.watching = false;
    return run();
  }

  /**
   * Repeats {@code choices} and records what happens; twice, so that names are known from the
   * start.
   */
  Recorded record(Choices choices, boolean exact) {
    Recorder naming = record(choices, exact, List.of()).recorder();
    return record(choices, exact, naming.allNames());
  }

  private Recorded record(Choices choices, boolean exact, List<String> knownNames) {
    Recorder recorder = new Recorder(scheduler, sites, loader, knownNames);
    scheduler.replay(choices, exact, stepsMax);
    engine.observe(recorder);
    Hooks.watching = true;
    output.begin(recorder::printed);
    Ending ending = runWithOutput();
    return new Recorded(ending, recorder);
  }

  /**
   * An execution under choices of others.
   *
   * @param decided how many events there were when the first open choice came
   * @param options the tasks of which one could run then; empty when there was no such choice
   */
  record Steps(Recorded recorded, int decided, List<Integer> options) {}

  /** Runs under {@code picks} and records what happens; twice, as {@link #record} does. */
  Steps recordUnder(List<Integer> picks) {
    List<String> names = recordUnder(picks, List.of()).recorded().recorder().allNames();
    return recordUnder(picks, names);
  }

  private Steps recordUnder(List<Integer> picks, List<String> knownNames) {
    Recorder recorder = new Recorder(scheduler, sites, loader, knownNames);
    int[] decided = {0};
    Picked strategy =
        new Picked(picks, new Exhaustive(), () -> decided[0] = recorder.trace().events().size());
    scheduler.explore(strategy, false, stepsMax);
    engine.observe(recorder);
    Hooks.watching = true;
    output.begin(recorder::printed);
    Ending ending = runWithOutput();
    return new Steps(new Recorded(ending, recorder), decided[0], strategy.options());
  }

  /** Says what a recorded execution shows. */
  Diagnosis.Shown diagnose(Recorded recorded) {
    WaitForGraph graph = new WaitForGraph(scheduler, recorded.recorder(), sites, initializers);
    return new Diagnosis(recorded.recorder(), sites, graph).of(recorded.ending());
  }

  private Ending run() {
    output.begin(null);
    return runWithOutput();
  }

  private Ending runWithOutput() {
    System.setOut(printer);
    System.setErr(printer);
    System.setIn(new ByteArrayInputStream(input));
    network.begin(networkLevel);
    Ending ending;
    try {
      ending = engine.run(main);
    } finally {
      Hooks.watching = false;
      engine.observe(null);
    }
    if (!(ending instanceof Ending.Completed)) {
      // An abandoned thread may have been in the middle of printing.
      printer = printer();
    }
    if (!System.getProperties().equals(properties)) {
      System.setProperties((Properties) properties.clone());
    }
    return ending;
  }

  /** Returns what the latest execution printed. */
  String output() {
    return output.text();
  }
}
