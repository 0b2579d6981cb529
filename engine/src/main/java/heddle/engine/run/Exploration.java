package heddle.engine.run;

import heddle.engine.Liberty;
import heddle.engine.Place;
import heddle.engine.Progress;
import heddle.engine.Report;
import heddle.engine.Settings;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import heddle.engine.Verdict;
import heddle.engine.explore.Dpor;
import heddle.engine.explore.Exhaustive;
import heddle.engine.explore.Pct;
import heddle.engine.explore.Pos;
import heddle.engine.explore.PreemptionBounded;
import heddle.engine.explore.RaceDirected;
import heddle.engine.explore.RandomWalk;
import heddle.engine.explore.UniformWalk;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.Ending;
import heddle.engine.schedule.Liberties;
import heddle.engine.schedule.Strategy;
import heddle.engine.trace.Event;
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
  /** Random executions before the exhaustive search: most failures show in the first few. */
  private static final int SAMPLES = 100;

  /** Executions that one strategy of the portfolio gets before it is the next one's turn. */
  private static final int ROUND = 200;

  /** Of the portfolio's executions, one in so many looks for data races. */
  private static final int DETECT_EVERY = 16;

  /**
   * Passing executions of which one in so many is repeated, to see that it depends on nothing but
   * its choices.
   */
  private static final int AUDIT_EVERY = 997;

  /** Executions after which the estimate of the exhaustive search is believed. */
  private static final int ESTIMATE_AFTER = 300;

  /**
   * The exhaustive search gets this part of the time before its estimate counts: early on it is far
   * off.
   */
  private static final int PATIENCE = 5;

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

  Exploration(
      ProgramRun run, Settings settings, Consumer<Progress> progress, BooleanSupplier stopped) {
    this.run = run;
    this.settings = settings;
    this.progress = progress;
    this.stopped = stopped;
    long time = settings.budget().time().toNanos();
    run.liberties().allow(settings.liberties());
    this.end = start + Math.min(time, Long.MAX_VALUE / 4);
  }

  /** Explores until something is found or the budget is spent. */
  Report run() {
    if (settings.schedule().isPresent()) {
      replay();
    } else {
      search();
      if (!settings.liberties().isEmpty()) {
        notes.add("explored with " + words(settings.liberties()));
      }
      if (verdict == null) {
        verdict = new Verdict.NothingFound(shareExplored, preemptions);
      }
    }
    Verdict found = unlessBlind(verdict);
    if (found == null) {
      throw new IllegalStateException("no verdict");
    }
    return new Report(
        found,
        executions,
        steps,
        System.nanoTime() - start,
        settings.seed(),
        String.join(", ", strategies),
        run.output(),
        notes);
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

  private static String words(Set<Liberty> liberties) {
    return liberties.stream().map(Liberty::text).collect(Collectors.joining(", "));
  }

  private void search() {
    boolean strict = settings.time() != TimePolicy.ADVERSARIAL;
    boolean adversarial = settings.time() != TimePolicy.STRICT;
    switch (settings.strategy()) {
      case AUTO -> automatic(strict, adversarial);
      case EXHAUSTIVE, DEPTH_FIRST -> exhaustive(strict, adversarial, false);
      case RANDOM, PCT, POS, RACES -> portfolio(List.of(settings.strategy()), strict, adversarial);
    }
  }

  private void automatic(boolean strict, boolean adversarial) {
    sample(strict, adversarial);
    if (mayGoOn() && !exhaustive(strict, adversarial, true)) {
      if (mayGoOn()) {
        bounded(strict);
      }
      portfolio(
          List.of(StrategyKind.RACES, StrategyKind.RANDOM, StrategyKind.PCT, StrategyKind.POS),
          strict,
          adversarial);
    }
  }

  /** The first executions: random ones, and such as turn round the races that they show. */
  private void sample(boolean strict, boolean adversarial) {
    Strategy walk = new UniformWalk(settings.seed());
    RaceDirected directed = new RaceDirected(settings.seed());
    int learned = -1;
    for (int i = 0; i < SAMPLES && mayGoOn(); i++) {
      if (run.learned() > learned) {
        learned = run.learned();
        directed = new RaceDirected(settings.seed());
      }
      boolean overtaking = !strict || (adversarial && usesTime && i % 4 == 3);
      boolean turns = i % 2 == 1 && !overtaking;
      execute(turns ? directed : walk, overtaking, true);
    }
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
  private boolean exhaustive(boolean strict, boolean adversarial, boolean mayGiveUp) {
    if (strict && !exhaustive(false, mayGiveUp)) {
      return false;
    }
    boolean overtaking = adversarial && (usesTime || !strict);
    return !mayGoOn() || !overtaking || exhaustive(true, mayGiveUp);
  }

  private boolean exhaustive(boolean overtaking, boolean mayGiveUp) {
    Strategy strategy = exhaustive(overtaking);
    int learned = run.learned();
    long first = executions - redundant;
    long began = System.nanoTime();
    while (!strategy.exhausted()) {
      if (!mayGoOn()) {
        return true;
      }
      execute(strategy, overtaking, true);
      if (run.learned() > learned) {
        // More accesses turned out to be scheduling points: the tree is another one.
        strategy = exhaustive(overtaking);
        learned = run.learned();
        first = executions - redundant;
      }
      shareExplored = strategy.shareExplored();
      boolean tooLarge =
          mayGiveUp && executions - redundant - first >= ESTIMATE_AFTER && isTooLarge(began);
      if (tooLarge || gaveUp(strategy)) {
        return false;
      }
    }
    conclude(executions - redundant - first, overtaking);
    return true;
  }

  private Strategy exhaustive(boolean overtaking) {
    return settings.strategy() == StrategyKind.DEPTH_FIRST
        ? new Exhaustive()
        : new Dpor(overtaking);
  }

  /**
   * Whether what the search explores is not all there is, because the program is not as it takes.
   */
  private boolean gaveUp(Strategy strategy) {
    boolean diverged =
        (strategy instanceof Dpor dpor && dpor.diverged())
            || (strategy instanceof Exhaustive plain && plain.diverged());
    if (diverged) {
      notes.add("the program depends on something else than the order of its threads");
    }
    return diverged || (strategy instanceof Dpor dpor && dpor.inexact() != null);
  }

  /** All was explored under one policy of time. */
  private void conclude(long interleavings, boolean overtaking) {
    boolean otherPolicy = settings.time() == TimePolicy.BOTH && usesTime && !overtaking;
    if (verdict == null && !otherPolicy) {
      verdict = new Verdict.AllPass(interleavings, settings.strategy() != StrategyKind.DEPTH_FIRST);
    }
  }

  /**
   * Whether the search that began at {@code began} will not end in time; not asked before it had
   * its fair share.
   */
  private boolean isTooLarge(long began) {
    long spent = System.nanoTime() - began;
    long available = end - began;
    double needed = spent / Math.max(shareExplored, 1e-12);
    return spent > available / PATIENCE && needed > 2.0 * available;
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
      case DEPTH_FIRST -> new Exhaustive();
      case RACES -> new RaceDirected(settings.seed());
      case AUTO, RANDOM -> new RandomWalk(settings.seed());
    };
  }

  private boolean mayGoOn() {
    return verdict == null
        && !stopped.getAsBoolean()
        && executions < settings.budget().executions()
        && steps < settings.budget().steps()
        && System.nanoTime() < end;
  }

  private void execute(Strategy strategy, boolean overtaking, boolean detect) {
    phase = strategy.name();
    strategies.add(phase);
    Ending ending = run.explore(strategy, overtaking, detect);
    executions++;
    steps += run.scheduler().steps();
    usesTime |= run.scheduler().usesTime();
    if (ending instanceof Ending.Pruned) {
      redundant++;
    } else if (!(ending instanceof Ending.Completed)) {
      conclude(ending, overtaking);
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
      verdict = differs(choices, new Ending.Completed(), again);
    }
  }

  /**
   * The program did something else when {@code choices} were repeated: says what, as exactly as can
   * be told.
   */
  private Verdict differs(Choices choices, Ending first, Ending again) {
    String how = again instanceof Ending.Diverged diverged ? ": " + diverged.how() : "";
    Place place = run.sites().place(siteOf(again));
    List<Event> one = run.record(choices, false).recorder().trace().events();
    List<Event> two = run.record(choices, false).recorder().trace().events();
    for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
      if (!one.get(i).equals(two.get(i))) {
        how =
            ": step %d was %s, then %s"
                .formatted(i + 1, one.get(i).operation(), two.get(i).operation());
        place = two.get(i).place();
        break;
      }
    }
    if (how.isEmpty()) {
      how = ": it " + Failures.describe(first) + ", then " + Failures.describe(again);
    }
    return new Verdict.NotControllable(
        List.of(new Verdict.Escape("does something else under the same schedule" + how, place)));
  }

  private static int siteOf(Ending ending) {
    return switch (ending) {
      case Ending.Exited exited -> exited.site();
      case Ending.Bound bound -> bound.site();
      case Ending.Escaped escaped -> escaped.site();
      case Ending.Completed _, Ending.Pruned _, Ending.Died _, Ending.Stuck _, Ending.Diverged _ ->
          -1;
    };
  }

  private void conclude(Ending ending, boolean overtaking) {
    if (ending instanceof Ending.Escaped escaped) {
      verdict =
          new Verdict.NotControllable(
              List.of(new Verdict.Escape(escaped.what(), run.sites().place(escaped.site()))));
      return;
    }
    long found = executions;
    Choices choices = run.scheduler().choices().copy();
    String key = Failures.key(ending, run);
    Ending again = run.replay(choices, true);
    boolean repeats = Failures.key(again, run).equals(key);
    if (repeats && found > 1) {
      // What an earlier execution left behind must not be taken for a fault of this one.
      again = run.replayAnew(choices);
      repeats = Failures.key(again, run).equals(key);
    }
    if (!repeats) {
      if (run.reload()) {
        return; // that may help, and what was found so far can not be repeated
      }
      verdict = differs(choices, ending, again);
      return;
    }
    boolean onlySleep = overtaking && settings.time() == TimePolicy.BOTH;
    if (!run.liberties().taken().isEmpty()
        && failsWithoutLiberties(ending, key, found, overtaking)) {
      return;
    }
    if (ending instanceof Ending.Bound) {
      show(ending, choices, found, overtaking, onlySleep);
      return;
    }
    if (onlySleep) {
      Choices strict = new Shrinker(run, key, false).search();
      if (strict != null) {
        show(ending, new Shrinker(run, key, false).shrink(strict), found, false, false);
        return;
      }
    }
    Shrinker shrinker = new Shrinker(run, key, overtaking);
    show(ending, shrinker.shrink(choices), found, overtaking, onlySleep);
  }

  /** Shows the same failure without any liberty, if it is found in a moment. */
  private boolean failsWithoutLiberties(Ending ending, String key, long found, boolean overtaking) {
    Liberties liberties = run.liberties();
    liberties.allow(Set.of());
    Choices plain = new Shrinker(run, key, overtaking).search();
    if (plain != null) {
      boolean onlySleep = overtaking && settings.time() == TimePolicy.BOTH;
      show(ending, new Shrinker(run, key, overtaking).shrink(plain), found, overtaking, onlySleep);
    }
    liberties.allow(settings.liberties());
    return plain != null;
  }

  private void show(
      Ending first, Choices choices, long found, boolean overtaking, boolean onlySleep) {
    ProgramRun.Recorded recorded = run.record(choices, false);
    Choices made = run.scheduler().choices().copy();
    if (recorded.ending() instanceof Ending.Completed
        || recorded.ending() instanceof Ending.Diverged
        || recorded.ending() instanceof Ending.Escaped) {
      if (!run.reload()) {
        verdict = differs(choices, first, recorded.ending());
      }
      return;
    }
    var shown = run.diagnose(recorded);
    verdict =
        new Verdict.Fails(
            shown.finding(),
            made.schedule(overtaking, run.liberties().allowed()),
            shown.trace(),
            found,
            made.switches(),
            onlySleep && run.scheduler().overtook());
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
      case Ending.Completed _, Ending.Pruned _ -> verdict = new Verdict.NothingFound(0, -1);
      case Ending.Escaped escaped -> conclude(escaped, overtaking);
      case Ending.Diverged diverged -> {
        notes.add("the schedule does not fit this program: " + diverged.how());
        verdict = new Verdict.NothingFound(0, -1);
      }
      case Ending.Died _, Ending.Exited _, Ending.Stuck _, Ending.Bound _ ->
          show(ending, choices, executions, overtaking, false);
    }
  }
}
