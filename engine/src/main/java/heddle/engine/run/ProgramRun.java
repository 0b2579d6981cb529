package heddle.engine.run;

import heddle.engine.Liberty;
import heddle.engine.NetworkLevel;
import heddle.engine.Program;
import heddle.engine.detect.BothObservers;
import heddle.engine.detect.Diagnosis;
import heddle.engine.detect.Hazards;
import heddle.engine.detect.OlderValues;
import heddle.engine.detect.Race;
import heddle.engine.detect.RaceDetector;
import heddle.engine.detect.RaceStory;
import heddle.engine.detect.RaceWatch;
import heddle.engine.detect.Recorder;
import heddle.engine.detect.TakenLiberties;
import heddle.engine.detect.WaitForGraph;
import heddle.engine.explore.Exhaustive;
import heddle.engine.explore.Picked;
import heddle.engine.net.Network;
import heddle.engine.schedule.Blocking;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.ClassInitializers;
import heddle.engine.schedule.Ending;
import heddle.engine.schedule.Engine;
import heddle.engine.schedule.Launch;
import heddle.engine.schedule.Liberties;
import heddle.engine.schedule.Scheduler;
import heddle.engine.schedule.Strategy;
import heddle.engine.weave.SiteTable;
import heddle.hooks.Hooks;
import heddle.hooks.PrintHooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One program in this JVM, ready to be run again and again. Confined to the thread that creates it.
 */
final class ProgramRun {
  private final SiteTable sites;
  private final ClassInitializers initializers = new ClassInitializers();
  private final Scheduler scheduler;
  private final Engine engine;
  private final Realms realms;
  private final SimulatedHosts hosts;
  private final Program program;
  private final RaceDetector detector;
  private final Hazards hazards;
  private final BothObservers detectorAndHazards;
  private final Network network;
  private @Nullable OlderValues older;
  private final Output output = new Output();
  private List<Launch> mains;
  private boolean reloads;
  private int reloadings;
  private final long stepsMax;
  private final Properties properties = (Properties) System.getProperties().clone();
  private WatchedProperties current = new WatchedProperties(properties);
  private PrintStream printer = printer();
  private @Nullable Race wanted;

  private NetworkLevel networkLevel = NetworkLevel.TCP;

  /** What a recorded execution showed. */
  record Recorded(Ending ending, Recorder recorder) {}

  /** Loads {@code program}, which takes no liberties. */
  ProgramRun(Program program, Strategy first, long stepsMax)
      throws IOException, ReflectiveOperationException {
    this(program, first, stepsMax, Set.of());
  }

  /**
   * Loads {@code program}.
   *
   * @throws ReflectiveOperationException when it has no main method that can be called
   */
  ProgramRun(Program program, Strategy first, long stepsMax, Set<Liberty> liberties)
      throws IOException, ReflectiveOperationException {
    this.sites = new SiteTable(liberties);
    this.scheduler = new Scheduler(first);
    this.engine = new Engine(scheduler, sites, initializers);
    this.network = new Network(new Blocking(scheduler));
    this.detector = new RaceDetector(sites);
    this.hazards = new Hazards(sites);
    this.detectorAndHazards = new BothObservers(detector, hazards);
    this.program = program;
    this.stepsMax = stepsMax;
    System.setProperties(current);
    engine.install();
    printsAreSteps(false);
    engine.listen(network);
    this.realms = new Realms(program, sites, initializers, engine);
    this.hosts = new SimulatedHosts(engine, scheduler, network, realms);
    if (liberties.contains(Liberty.STALE_READS)) {
      keepOlderValues();
    }
    this.mains = mains();
  }

  private void keepOlderValues() {
    OlderValues values = new OlderValues(sites, realms::loader, detector);
    older = values;
    engine.explore(values);
  }

  private List<Launch> mains() throws ReflectiveOperationException {
    List<Launch> launches = new ArrayList<>();
    for (Program.Host host : program.hosts()) {
      // The program's threads inherit it, as they do from the launcher of a JVM.
      WeavingLoader loader = realms.loader(launches.size());
      Class<?> type = Class.forName(host.mainClass(), false, loader);
      MainMethod main = MainMethod.of(type, host.arguments().toArray(String[]::new));
      launches.add(new Launch(host.name(), main, loader));
    }
    return launches;
  }

  /**
   * From now on the program's classes are loaded anew for each execution. That is slow, but also
   * forgets what setting back static fields does not: classes that the program itself defines, and
   * what the JDK remembers of its classes.
   *
   * @return false when that has been so already
   */
  boolean reload() {
    boolean before = reloads;
    reloads = true;
    reloadings++;
    return !before;
  }

  /**
   * Repeats {@code choices} with classes loaded anew, so that nothing earlier executions left
   * behind is there.
   */
  Ending replayAnew(Choices choices) {
    loadAnew();
    return replay(choices, true);
  }

  private void loadAnew() {
    realms.forget();
    if (older != null) {
      keepOlderValues();
    }
    try {
      mains = mains();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e); // it has been loaded before
    }
  }

  private PrintStream printer() {
    return new PrintStream(output, true, StandardCharsets.UTF_8);
  }

  /** Sets what the simulated network may do from the next execution on. */
  void network(NetworkLevel level) {
    networkLevel = level;
  }

  /** Returns what the simulated network may do. */
  NetworkLevel network() {
    return networkLevel;
  }

  /** Sets whether printing is a scheduling point from the next execution on. */
  void printsAreSteps(boolean are) {
    PrintHooks.points = are;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  Liberties liberties() {
    return engine.liberties();
  }

  SiteTable sites() {
    return sites;
  }

  /** Returns the classes that could not be woven. */
  List<String> unwoven() {
    return realms.unwoven();
  }

  /**
   * Returns whether this JVM is as it was before, as far as can be told from the classes of the
   * program.
   */
  boolean leavesNothing() {
    return realms.leaveNothing() && program.libraries().isEmpty();
  }

  /**
   * Returns a number that grows when plain accesses turn out to be scheduling points, because they
   * race, or when classes are loaded anew from now on.
   */
  int learned() {
    return detector.learned() + reloadings;
  }

  /** Returns the data races of the latest execution in which they were looked for. */
  List<Race> races() {
    return detector.races();
  }

  /** Returns whether an access mode weaker than volatile was used. */
  boolean weakAccesses() {
    return detector.weakAccesses();
  }

  /** Returns what may go wrong another time, from the executions that were watched for races. */
  Hazards hazards() {
    return hazards;
  }

  RaceStory story() {
    return new RaceStory(sites);
  }

  /** Looks for {@code race} in every execution from now on; null: no longer. */
  void lookFor(@Nullable Race race) {
    wanted = race;
  }

  /** Returns the race that every execution is searched for; null when there is none. */
  @Nullable Race wanted() {
    return wanted;
  }

  /** Runs one execution under {@code strategy}. */
  Ending explore(Strategy strategy, boolean adversarial, boolean mayDetect) {
    boolean detect = mayDetect || wanted != null;
    scheduler.explore(strategy, adversarial, stepsMax);
    watch(detect, null);
    return run();
  }

  /** Repeats {@code choices}; {@code exact}: a choice that can not be made ends the execution. */
  Ending replay(Choices choices, boolean exact) {
    return replay(choices, exact, wanted != null);
  }

  /** The same; {@code detect}: looks for data races. */
  Ending replay(Choices choices, boolean exact, boolean detect) {
    scheduler.replay(choices, exact, stepsMax);
    watch(detect, null);
    return run();
  }

  /**
   * Sets who watches the next execution: the race detector if {@code detect} or if reads may be
   * stale, which its clocks decide, and {@code recorder}, which is told first: a race ends a trace
   * with its second access.
   */
  private void watch(boolean detect, @Nullable Recorder recorder) {
    boolean clocks = detect || older != null;
    if (clocks) {
      detector.begin();
      hazards.begin();
    }
    if (older != null) {
      older.begin();
    }
    engine.observe(
        !clocks
            ? recorder
            : recorder == null ? detectorAndHazards : new BothObservers(recorder, detector));
    Hooks.watching = clocks || recorder != null;
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
    if (reloads) {
      loadAnew();
    }
    Recorder recorder = new Recorder(scheduler, sites, realms::loader, knownNames);
    scheduler.replay(choices, exact, stepsMax);
    watch(false, recorder);
    output.begin(recorder::printed);
    Ending ending = runLoaded();
    return new Recorded(ending, recorder);
  }

  /**
   * Repeats {@code choices} up to {@code race} and says what that shows; null if it is not there.
   */
  Diagnosis.@Nullable Shown recordRace(Choices choices, Race race, List<Race> all) {
    List<String> knownNames = List.of();
    for (int pass = 0; ; pass++) {
      if (reloads) {
        loadAnew();
      }
      Recorder recorder = new Recorder(scheduler, sites, realms::loader, knownNames);
      scheduler.replay(choices, false, stepsMax);
      watch(true, recorder);
      RaceWatch watch = new RaceWatch(race, detector, recorder);
      output.begin(recorder::printed);
      var _ = runLoaded();
      if (!watch.seen()) {
        return null;
      }
      if (pass > 0) {
        return withLiberties(story().of(race, all, recorder, watch), recorder);
      }
      knownNames = recorder.allNames();
    }
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
    Recorder recorder = new Recorder(scheduler, sites, realms::loader, knownNames);
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
    Diagnosis.Shown shown = new Diagnosis(recorded.recorder(), sites, graph).of(recorded.ending());
    return withLiberties(shown, recorded.recorder());
  }

  private Diagnosis.Shown withLiberties(Diagnosis.Shown shown, Recorder recorder) {
    return new TakenLiberties(recorder, sites).explain(shown, liberties().taken());
  }

  private Ending run() {
    output.begin(null);
    return runWithOutput();
  }

  private Ending runWithOutput() {
    if (reloads) {
      loadAnew();
    }
    return runLoaded();
  }

  private Ending runLoaded() {
    System.setOut(printer);
    System.setErr(printer);
    List<String> names = mains.stream().map(Launch::host).toList();
    System.setIn(new ByteArrayInputStream(program.input()));
    network.begin(networkLevel, names);
    hosts.begin(names.size());
    Ending ending;
    try {
      ending = engine.run(mains);
    } finally {
      Hooks.watching = false;
      engine.observe(null);
    }
    if (!(ending instanceof Ending.Completed)) {
      // An abandoned thread may have been in the middle of printing.
      printer = printer();
    }
    if (current.mayDiffer() || !current.areThese(System.getProperties())) {
      current = new WatchedProperties(properties);
      System.setProperties(current);
    }
    return ending;
  }

  /** Returns what the latest execution printed. */
  String output() {
    return output.text();
  }
}
