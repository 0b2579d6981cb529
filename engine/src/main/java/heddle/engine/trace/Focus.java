package heddle.engine.trace;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a trace is to be shown: the events that matter for a finding, and the variables or locks
 * to watch beside them. Events are named by their index in the trace.
 *
 * @param variables the variables of the memory column
 * @param locks the locks of the memory column; when there are any, it shows these and not the
 *     variables
 * @param waits whether it matters who waits
 * @param spans the events to show, in order
 * @param failing the event where it goes wrong, or -1
 * @param overwrite the update that was lost
 * @param unordered the accesses of a data race
 * @param mark what else is to be pointed out; its steps are steps of the trace, not indexes
 */
record Focus(
    List<String> variables,
    Set<String> locks,
    boolean waits,
    List<Spins.Span> spans,
    int failing,
    Optional<Overwrite> overwrite,
    Optional<Unordered> unordered,
    Optional<Cause.Mark> mark) {
  /** Without a mark. */
  Focus(
      List<String> variables,
      Set<String> locks,
      boolean waits,
      List<Spins.Span> spans,
      int failing,
      Optional<Overwrite> overwrite,
      Optional<Unordered> unordered) {
    this(variables, locks, waits, spans, failing, overwrite, unordered, Optional.empty());
  }

  /**
   * Two accesses that nothing orders.
   *
   * @param first the earlier one
   * @param second the later one
   */
  record Unordered(int first, int second) {}

  /**
   * An update that was lost: a thread read, another wrote, and the first one wrote over it.
   *
   * @param read where the first thread read
   * @param lost where the other one wrote
   * @param write where the first one wrote over it
   */
  record Overwrite(int read, int lost, int write) {}

  /** Rows that a trace with messages gets: a request and its reply are six. */
  private static final int MESSAGE_STEPS_MAX = 12;

  /** Returns the events that matter, at most {@code stepsMax} rows of them. */
  static Focus of(Verdict.Fails fails, int stepsMax) {
    Focus focus = withoutMessages(fails, stepsMax);
    var events = fails.trace().events();
    NavigableSet<Integer> must = new TreeSet<>();
    for (Spins.Span span : focus.spans) {
      must.add(span.first());
    }
    NavigableSet<Integer> relevant = new TreeSet<>(must);
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).operation() instanceof Operation.Transfers) {
        relevant.add(i);
      }
    }
    return relevant.size() == must.size()
        ? focus
        : new Focus(
            focus.variables,
            focus.locks,
            focus.waits,
            choose(fails.trace(), relevant, must, Math.max(stepsMax, MESSAGE_STEPS_MAX)),
            focus.failing,
            focus.overwrite,
            focus.unordered,
            focus.mark);
  }

  private static Focus withoutMessages(Verdict.Fails fails, int stepsMax) {
    Focus symptom = ofSymptom(fails, stepsMax);
    return fails
        .finding()
        .cause()
        .map(cause -> FocusOnCause.of(fails.trace(), cause, symptom, stepsMax))
        .orElse(symptom);
  }

  private static Focus ofSymptom(Verdict.Fails fails, int stepsMax) {
    var trace = fails.trace();
    return switch (fails.finding()) {
      case Finding.LostUpdate(_, _, String variable, Finding.Failure failure) ->
          FocusOnVariables.lostUpdate(trace, variable, failure.thread(), stepsMax);
      case Finding.Failure failure -> FocusOnVariables.failure(trace, failure.thread(), stepsMax);
      case Finding.DataRace race -> FocusOnVariables.race(trace, race, stepsMax);
      case Finding.NonZeroExit exit -> FocusOnVariables.failure(trace, exit.thread(), stepsMax);
      case Finding.StepBound bound ->
          FocusOnVariables.spinning(trace, Set.of(bound.thread()), stepsMax);
      case Finding.Livelock livelock ->
          FocusOnVariables.spinning(trace, threads(livelock.loops()), stepsMax);
      case Finding.Deadlock deadlock ->
          FocusOnWaits.deadlock(trace, deadlock.waits(), deadlock.cycle(), stepsMax);
      case Finding.NeverEnds neverEnds ->
          FocusOnWaits.deadlock(trace, neverEnds.waits(), 0, stepsMax);
    };
  }

  /** Returns every event, with what is worth watching beside them. */
  static Focus all(Verdict.Fails fails) {
    var some = of(fails, Integer.MAX_VALUE);
    NavigableSet<Integer> every = new TreeSet<>();
    for (int i = 0; i < fails.trace().events().size(); i++) {
      every.add(i);
    }
    return new Focus(
        some.variables,
        some.locks,
        some.waits,
        Spins.fold(fails.trace().events(), every),
        some.failing,
        some.overwrite,
        some.unordered,
        some.mark);
  }

  /** Returns every event, and the variables that more than one thread uses. */
  static Focus all(Trace trace) {
    Map<String, Set<Integer>> users = new LinkedHashMap<>();
    NavigableSet<Integer> every = new TreeSet<>();
    for (int i = 0; i < trace.events().size(); i++) {
      every.add(i);
      Event event = trace.events().get(i);
      switch (event.operation()) {
        case Operation.Read(String variable, _) ->
            users.computeIfAbsent(variable, _ -> new TreeSet<>()).add(event.thread());
        case Operation.Write(String variable, _, _) ->
            users.computeIfAbsent(variable, _ -> new TreeSet<>()).add(event.thread());
        default -> {}
      }
    }
    List<String> shared =
        users.keySet().stream()
            .filter(variable -> users.getOrDefault(variable, Set.of()).size() > 1)
            .toList();
    var spans = Spins.fold(trace.events(), every);
    return new Focus(shared, Set.of(), true, spans, -1, Optional.empty(), Optional.empty());
  }

  private static Set<String> threads(List<Finding.Wait> waits) {
    Set<String> names = new TreeSet<>();
    waits.forEach(wait -> names.add(wait.thread()));
    return names;
  }

  /**
   * Returns at most {@code stepsMax} rows: those in {@code must}, and of the others the latest,
   * which are nearest to the failure.
   */
  static List<Spins.Span> choose(
      Trace trace, NavigableSet<Integer> relevant, NavigableSet<Integer> must, int stepsMax) {
    var spans = Spins.fold(trace.events(), relevant);
    if (spans.size() <= stepsMax) {
      return spans;
    }
    List<Spins.Span> chosen = new ArrayList<>();
    for (Spins.Span span : spans) {
      if (!must.subSet(span.first(), true, span.last(), true).isEmpty()) {
        chosen.add(span);
      }
    }
    if (chosen.size() > stepsMax) {
      return bothEnds(chosen, stepsMax);
    }
    for (int i = spans.size() - 1; i >= 0 && chosen.size() < stepsMax; i--) {
      if (!chosen.contains(spans.get(i))) {
        chosen.add(spans.get(i));
      }
    }
    return chosen.stream().sorted().toList();
  }

  /** How it began and how it ended; the end needs more rows. */
  private static List<Spins.Span> bothEnds(List<Spins.Span> spans, int stepsMax) {
    int begin = stepsMax / 3;
    List<Spins.Span> ends = new ArrayList<>(spans.subList(0, begin));
    ends.addAll(spans.subList(spans.size() - (stepsMax - begin), spans.size()));
    return ends;
  }

  /** Returns whether the thread of {@code event} has this name. */
  static boolean isBy(Trace trace, Event event, String name) {
    return trace.threads().get(event.thread()).name().equals(name);
  }

  /** Returns the last event of a thread of this name, or -1 when there is none. */
  static int lastOf(Trace trace, String name) {
    for (int i = trace.events().size() - 1; i >= 0; i--) {
      if (isBy(trace, trace.events().get(i), name)) {
        return i;
      }
    }
    return -1;
  }
}
