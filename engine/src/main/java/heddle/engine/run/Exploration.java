package heddle.engine.run;

import heddle.engine.Liberty;
import heddle.engine.Outcomes;
import heddle.engine.Place;
import heddle.engine.Progress;
import heddle.engine.RacePolicy;
import heddle.engine.Report;
import heddle.engine.Settings;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import heddle.engine.Verdict;
import heddle.engine.explore.AtomicityDirected;
import heddle.engine.explore.Dpor;
import heddle.engine.explore.Exhaustive;
import heddle.engine.explore.Pct;
import heddle.engine.explore.Pos;
import heddle.engine.explore.PreemptionBounded;
import heddle.engine.explore.RaceDirected;
import heddle.engine.explore.RandomWalk;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.Ending;
import heddle.engine.schedule.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explores one program within a budget, by one strategy or by several in turn. */
final class Exploration {
  /** Executions of several strategies by turns before the exhaustive search alone goes on. */
  private static final int SAMPLES = 100;

  /** How many of them come before the first that turns round races. */
  private static final int RACES_AFTER = 10;

  /** Executions that one strategy of the portfolio gets before it is the next one's turn. */
  private static final int ROUND = 200;

  /** Of the portfolio's executions, one in so many looks for data races. */
  private static final int DETECT_EVERY = 16;

  /**
   * Passing executions of which one in so many is repeated, to see that it depends on nothing but
   * its choices.
   */
  private static final int AUDIT_EVERY = 997;

  private static final int PCT_DEPTH = 3;

  /** Most preemptions of which all executions are tried where all of them are too many. */
  private static final int PREEMPTIONS_MAX = 2;

  /** The part of the remaining time that they get: one in so many. */
  private static final int BOUNDED_PART = 3;

  private static final long PROGRESS_NANOS = 100_000_000;

  private final ProgramRun run;
  private final Settings settings;
  private final Consumer<Progress> progress;
  private final BooleanSupplier stopped;
  private final long start = System.nanoTime();
  private final long end;
  private final SeenRace race;
  private final Set<String> strategies = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private String phase = "";
  private long executions;
  private long redundant;
  private long steps;
  private long lastProgress = start;
  private double shareExplored;
  private boolean usesTime;
  private int preemptions = -1;
  private @Nullable Verdict verdict;
  private final OutcomeCount outcomes;
  private final Conclusion conclusion;

  /** The first failure, where the exploration goes on after it. */
  private Verdict.@Nullable Fails failure;

  private boolean all;

  Exploration(
      ProgramRun run, Settings settings, Consumer<Progress> progress, BooleanSupplier stopped) {
    this.run = run;
    this.settings = settings;
    this.progress = progress;
    this.stopped = stopped;
    this.race = new SeenRace(run);
    this.outcomes = new OutcomeCount(run);
    this.conclusion = new Conclusion(run, settings);
    long time = settings.budget().time().toNanos();
    run.liberties().allow(settings.liberties());
    run.printsAreSteps(settings.everyOutcome());
    this.end = start + Math.min(time, Long.MAX_VALUE / 4);
  }

  /** Explores until something is found or the budget is spent. */
  Report run() {
    if (settings.schedule().isPresent()) {
      replay();
    } else {
      search();
      verdict = failure == null ? verdict : failure;
      considerRace();
      if (!settings.liberties().isEmpty()) {
        notes.add(
            "explored with "
                + settings.liberties().stream()
                    .map(Liberty::text)
                    .collect(Collectors.joining(", ")));
      }
      if (verdict == null) {
        verdict = new Verdict.NothingFound(shareExplored, preemptions);
        notes.addAll(run.hazards().inversions()); // where all was explored they do no harm
      }
      if (!(verdict instanceof Verdict.Fails)) {
        notes.addAll(run.hazards().waitsWithLock());
      }
    }
    Verdict found = unlessBlind(verdict);
    if (found == null) {
      throw new IllegalStateException("no verdict");
    }
    String output = run.output(); // the outcomes are repeated below
    return new Report(
        found,
        executions,
        steps,
        System.nanoTime() - start,
        settings.seed(),
        String.join(", ", strategies),
        output,
        notes,
        settings.everyOutcome() ? outcomes.list(all) : Outcomes.NONE);
  }

  /**
   * A class that was not woven may have done anything: nothing can be said but what was found all
   * the same.
   */
  private @Nullable Verdict unlessBlind(@Nullable Verdict found) {
    if (run.unwoven().isEmpty() || found instanceof Verdict.Fails) {
      return found;
    }
    return new Verdict.NotControllable(
        run.unwoven().stream()
            .map(name -> new Verdict.Escape("class " + name + " can not be woven", Place.UNKNOWN))
            .toList());
  }

  /** A race is the finding unless there is a worse one. */
  private void considerRace() {
    boolean reports = settings.races() == RacePolicy.REPORT;
    String note = race.note();
    if (!reports || note == null) {
      return;
    }
    if (verdict instanceof Verdict.Fails) {
      notes.add(note);
    } else if (verdict == null || verdict instanceof Verdict.AllPass) {
      Verdict.Fails shown = race.verdict(true);
      if (shown == null) {
        notes.add(note);
      }
      verdict = shown;
    }
  }

  private void search() {
    boolean strict = settings.time() != TimePolicy.ADVERSARIAL;
    boolean adversarial = settings.time() != TimePolicy.STRICT;
    switch (settings.strategy()) {
      case AUTO -> automatic(strict, adversarial);
      case EXHAUSTIVE, DFS -> exhaustive(exhaustiveSearch(!strict), strict, adversarial, false);
      case RANDOM, PCT, POS, RACES -> portfolio(List.of(settings.strategy()), strict, adversarial);
    }
  }

  private void automatic(boolean strict, boolean adversarial) {
    ExhaustiveSearch reduced = exhaustiveSearch(!strict);
    sample(reduced, strict, adversarial);
    if (settings.everyOutcome()) {
      reduced = exhaustiveSearch(!strict); // its counts are to be of all that it executes
    }
    if (mayGoOn() && !exhaustive(reduced, strict, adversarial, true)) {
      if (mayGoOn()) {
        bounded(strict);
      }
      portfolio(
          List.of(StrategyKind.RACES, StrategyKind.RANDOM, StrategyKind.PCT, StrategyKind.POS),
          strict,
          adversarial);
    }
  }

  /**
   * The first executions, by turns of several strategies, so that small faults show within ten of
   * them, whichever way they hide: of sixteen, three belong to the reduced search, which goes on
   * with it afterwards, four lose updates or turn round races, and the others are random. The
   * random ones go on where the reduced search ends early: they are a check of it.
   */
  private void sample(ExhaustiveSearch reduced, boolean strict, boolean adversarial) {
    Strategy random = new Pos(settings.seed());
    AtomicityDirected updates = new AtomicityDirected(settings.seed());
    Strategy races = new RaceDirected(settings.seed());
    int learned = run.learned();
    for (int i = 0; i < SAMPLES && mayGoOn(); i++) {
      if (run.learned() > learned) {
        learned = run.learned();
        updates = new AtomicityDirected(settings.seed());
        races = new RaceDirected(settings.seed());
      }
      boolean overtaking = !strict || (adversarial && usesTime && i % 4 == 3);
      boolean directed = i % 4 == 2 && !overtaking;
      if (i % 4 == 1 && i % 16 != 9 && !reduced.isOver()) {
        execute(reduced);
      } else if (directed && (updates.isUnderWay() || (i % 8 == 2 && !updates.exhausted()))) {
        execute(updates, false, true);
      } else if (directed && i >= RACES_AFTER) {
        execute(races, false, true);
      } else {
        execute(random, overtaking, true);
      }
    }
  }

  private void execute(ExhaustiveSearch search) {
    long before = redundant;
    long began = System.nanoTime();
    execute(search.strategy(), search.overtaking(), true);
    search.executed(redundant > before, System.nanoTime() - began);
    shareExplored = search.strategy().shareExplored();
  }

  /** All executions with few preemptions, as far as a part of the time goes. */
  private void bounded(boolean strict) {
    long until = System.nanoTime() + (end - System.nanoTime()) / BOUNDED_PART;
    for (int bound = 0; bound <= PREEMPTIONS_MAX && mayGoOn(); bound++) {
      PreemptionBounded strategy = new PreemptionBounded(bound);
      int learned = run.learned();
      while (!strategy.exhausted() && mayGoOn()) {
        if (System.nanoTime() > until) {
          return;
        }
        execute(strategy, !strict, true);
        if (run.learned() > learned) {
          learned = run.learned();
          strategy = new PreemptionBounded(bound);
        }
      }
      if (strategy.exhausted() && !strategy.diverged()) {
        preemptions = bound;
      }
    }
  }

  /** Searches all interleavings; returns false when the estimate says that they are too many. */
  private boolean exhaustive(
      ExhaustiveSearch search, boolean strict, boolean adversarial, boolean mayGiveUp) {
    if (!exhaustive(search, mayGiveUp)) {
      return false;
    }
    boolean overtaking = strict && adversarial && usesTime;
    return !mayGoOn() || !overtaking || exhaustive(exhaustiveSearch(true), mayGiveUp);
  }

  private boolean exhaustive(ExhaustiveSearch search, boolean mayGiveUp) {
    outcomes.beginSearch();
    while (!search.isOver()) {
      if (!mayGoOn()) {
        return true;
      }
      int learned = run.learned();
      execute(search);
      if (run.learned() > learned) {
        outcomes.beginSearch(); // as the search does
      }
      if (mayGiveUp && search.isTooLarge(end - System.nanoTime())) {
        break;
      }
    }
    if (search.diverged()) {
      notes.add("the program depends on something else than the order of its threads");
    }
    if (search.gaveUp() || !search.strategy().exhausted()) {
      return false;
    }
    conclude(search);
    return true;
  }

  private ExhaustiveSearch exhaustiveSearch(boolean overtaking) {
    return new ExhaustiveSearch(run, isReduced(), overtaking);
  }

  /**
   * An execution that fails ends early, so that a reduced search would not see all that can happen
   * after it; and the counts of outcomes are those of interleavings, not of classes.
   */
  private boolean isReduced() {
    return settings.strategy() != StrategyKind.DFS && !settings.everyOutcome();
  }

  /** All was explored under one policy of time. */
  private void conclude(ExhaustiveSearch search) {
    boolean otherPolicy = settings.time() == TimePolicy.BOTH && usesTime && !search.overtaking();
    outcomes.endSearch();
    all = !otherPolicy && verdict == null;
    if (all && failure == null) {
      boolean proved = race.excluded(settings.races(), notes);
      verdict = new Verdict.AllPass(search.interleavings(), isReduced(), proved);
    }
  }

  private void portfolio(List<StrategyKind> kinds, boolean strict, boolean adversarial) {
    List<Strategy> each = new ArrayList<>();
    for (StrategyKind kind : kinds) {
      each.add(strategy(kind));
    }
    boolean overtaking = !strict;
    for (int round = 0; mayGoOn(); round++) {
      Strategy strategy = each.get(round % each.size());
      for (int i = 0; i < ROUND && mayGoOn(); i++) {
        execute(strategy, overtaking, executions < SAMPLES || i % DETECT_EVERY == 0);
      }
      if (round % each.size() == each.size() - 1 && strict && adversarial && usesTime) {
        overtaking = !overtaking;
      }
    }
  }

  private Strategy strategy(StrategyKind kind) {
    return switch (kind) {
      case PCT -> new Pct(settings.seed(), PCT_DEPTH);
      case POS -> new Pos(settings.seed());
      case EXHAUSTIVE -> new Dpor(false);
      case DFS -> new Exhaustive();
      case RACES -> new RaceDirected(settings.seed());
      case AUTO, RANDOM -> new RandomWalk(settings.seed());
    };
  }

  private boolean mayGoOn() {
    return verdict == null
        && !stopped.getAsBoolean()
        && executions < settings.budget().executions()
        && steps < settings.budget().steps()
        && System.nanoTime() < end
        && (settings.everyOutcome()
            || settings.races() != RacePolicy.REPORT
            || !race.isOverdue(executions));
  }

  private void execute(Strategy strategy, boolean overtaking, boolean detect) {
    phase = strategy.name();
    strategies.add(phase);
    Ending ending = run.explore(strategy, overtaking, detect);
    executions++;
    steps += run.scheduler().steps();
    usesTime |= run.scheduler().time().isUsed();
    if (detect) {
      race.note(executions, overtaking);
    }
    if (ending instanceof Ending.Pruned) {
      redundant++;
      tell();
      return;
    }
    if (settings.everyOutcome()) {
      outcomes.note(ending, overtaking);
    }
    if (!(ending instanceof Ending.Completed)) {
      failed(ending, overtaking);
    } else if (executions % AUDIT_EVERY == 0) {
      audit();
    }
    tell();
  }

  private void tell() {
    long now = System.nanoTime();
    if (now - lastProgress > PROGRESS_NANOS) {
      lastProgress = now;
      boolean exhaustive = phase.equals("exhaustive") || phase.equals("DPOR");
      progress.accept(
          new Progress(phase, executions, now - start, exhaustive ? shareExplored : -1));
    }
  }

  /** Repeats the latest execution, which passed: it must pass again, by the same choices. */
  private void audit() {
    Choices choices = run.scheduler().choices().copy();
    Ending again = run.replay(choices, true);
    if (!(again instanceof Ending.Completed) && !run.reload()) {
      verdict = NotRepeatable.verdict(run, choices, new Ending.Completed(), again);
    }
  }

  /** A failure ends the exploration, unless every outcome is asked for. */
  private void failed(Ending ending, boolean overtaking) {
    if (failure != null && !(ending instanceof Ending.Escaped)) {
      return;
    }
    verdict = conclusion.of(ending, overtaking, executions);
    if (settings.everyOutcome() && verdict instanceof Verdict.Fails fails) {
      failure = fails;
      verdict = null;
    }
  }

  /** Returns the report when the running thread does not come back; called on another thread. */
  Report stuck(Verdict.Escape escape) {
    return new Report(
        new Verdict.NotControllable(List.of(escape)),
        executions,
        steps,
        System.nanoTime() - start,
        settings.seed(),
        phase,
        "",
        List.of());
  }

  /** What can not be repeated at first is, with classes loaded anew, or is said to be so. */
  private @Nullable Verdict shown(Ending ending, Choices choices, boolean overtaking) {
    boolean onlySleep = overtaking && conclusion.needsOvertaking(ending);
    Verdict first = conclusion.show(ending, choices, executions, overtaking, onlySleep);
    return first != null
        ? first
        : conclusion.show(ending, choices, executions, overtaking, onlySleep);
  }

  private void replay() {
    phase = "replay";
    strategies.add(phase);
    var schedule = settings.schedule().orElseThrow();
    Choices choices = Choices.of(schedule);
    boolean overtaking = schedule.text().startsWith("a");
    Ending ending = run.replay(choices, true);
    executions++;
    steps += run.scheduler().steps();
    switch (ending) {
      case Ending.Completed _, Ending.Pruned _ -> {
        Ending again = run.replay(choices, true, true);
        if (again instanceof Ending.Completed && settings.races() == RacePolicy.REPORT) {
          race.note(executions, overtaking);
        }
        verdict = race.verdict(false);
        if (verdict == null) {
          verdict = new Verdict.NothingFound(0, -1);
        }
      }
      case Ending.Escaped escaped -> verdict = conclusion.of(escaped, overtaking, executions);
      case Ending.Diverged diverged -> {
        notes.add("the schedule does not fit this program: " + diverged.how());
        verdict = new Verdict.NothingFound(0, -1);
      }
      case Ending.Died _, Ending.Exited _, Ending.Stuck _, Ending.Bound _ ->
          verdict = shown(ending, choices, overtaking);
    }
  }
}
