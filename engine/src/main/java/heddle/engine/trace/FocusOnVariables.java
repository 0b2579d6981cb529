package heddle.engine.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Picks what matters where threads meet in a variable: lost updates, failures and spinning. */
final class FocusOnVariables {
  /** More than two variables beside the lanes no longer fit a terminal. */
  private static final int VARIABLES_MAX = 2;

  private FocusOnVariables() {}

  static Focus lostUpdate(Trace trace, String variable, String failing, int stepsMax) {
    var overwrite = overwrite(trace, variable);
    if (overwrite.isEmpty()) {
      return around(trace, Set.of(variable), failing, stepsMax);
    }
    var lost = overwrite.get();
    var events = trace.events();
    int end = failingEvent(trace, failing);
    NavigableSet<Integer> must = new TreeSet<>(Set.of(lost.read(), lost.lost(), lost.write()));
    NavigableSet<Integer> relevant = new TreeSet<>(must);
    int basis = lastRead(trace, variable, events.get(lost.lost()).thread(), lost.lost());
    if (basis >= 0) {
      must.add(basis);
      relevant.add(basis);
    }
    for (int i = lost.read(); i <= lost.write(); i++) {
      if (Wording.variable(events.get(i).operation()).equals(variable)) {
        relevant.add(i);
      }
    }
    if (end >= 0) {
      must.add(end);
      relevant.add(end);
      relevant.addAll(reads(trace, variable, lost.write(), end));
    }
    return new Focus(
        List.of(variable),
        Set.of(),
        false,
        Focus.choose(trace, relevant, must, stepsMax),
        end,
        overwrite);
  }

  /** Returns the first update of the variable that was lost. */
  private static Optional<Focus.Overwrite> overwrite(Trace trace, String variable) {
    Map<Integer, Integer> lastReads = new HashMap<>();
    int lastWrite = -1;
    for (int i = 0; i < trace.events().size(); i++) {
      Event event = trace.events().get(i);
      switch (event.operation()) {
        case Operation.Read(String name, String _) when name.equals(variable) ->
            lastReads.put(event.thread(), i);
        case Operation.Write(String name, String _, String _) when name.equals(variable) -> {
          Integer read = lastReads.remove(event.thread());
          if (read != null
              && lastWrite > read
              && trace.events().get(lastWrite).thread() != event.thread()) {
            return Optional.of(new Focus.Overwrite(read, lastWrite, i));
          }
          lastWrite = i;
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  /**
   * Returns where the thread of event {@code end} read the variable after {@code from}: what it
   * noticed the loss by.
   */
  private static List<Integer> reads(Trace trace, String variable, int from, int end) {
    List<Integer> indexes = new ArrayList<>();
    for (int i = from + 1; i < end; i++) {
      Event event = trace.events().get(i);
      if (event.thread() == trace.events().get(end).thread()
          && event.operation() instanceof Operation.Read(String name, String _)
          && name.equals(variable)) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  /** Returns the last read of the variable by the thread before {@code end}, or -1. */
  private static int lastRead(Trace trace, String variable, int thread, int end) {
    for (int i = end - 1; i >= 0; i--) {
      Event event = trace.events().get(i);
      if (event.thread() == thread
          && event.operation() instanceof Operation.Read(String name, String _)
          && name.equals(variable)) {
        return i;
      }
    }
    return -1;
  }

  static Focus failure(Trace trace, String thread, int stepsMax) {
    return around(trace, Set.of(), thread, stepsMax);
  }

  /** Shows the given variables, or those that led the failing thread there when none are given. */
  private static Focus around(Trace trace, Set<String> given, String failingThread, int stepsMax) {
    int end = failingEvent(trace, failingThread);
    var variables = given.isEmpty() ? leadingTo(trace, end) : given;
    var relevant = accesses(trace, variables, end);
    NavigableSet<Integer> must = foreignWrites(trace, variables, end);
    if (end >= 0) {
      if (relevant.isEmpty()) {
        relevant.addAll(lastSteps(trace, end));
      }
      relevant.add(end);
      must.add(end);
    }
    return new Focus(
        List.copyOf(variables),
        Set.of(),
        false,
        Focus.choose(trace, relevant, must, stepsMax),
        end,
        Optional.empty());
  }

  static Focus spinning(Trace trace, Set<String> threads, int stepsMax) {
    int end = trace.events().size() - 1;
    NavigableSet<Integer> ends = new TreeSet<>();
    Set<String> variables = new LinkedHashSet<>();
    for (String thread : threads) {
      int last = Focus.lastOf(trace, thread);
      if (last >= 0) {
        ends.add(last);
        variables.addAll(readBy(trace, trace.events().get(last).thread(), last));
      }
    }
    var relevant = accesses(trace, variables, end);
    relevant.addAll(ends);
    return new Focus(
        List.copyOf(variables),
        Set.of(),
        false,
        Focus.choose(trace, relevant, ends, stepsMax),
        end,
        Optional.empty());
  }

  /** Returns the variables that the thread read last, latest first. */
  private static Set<String> readBy(Trace trace, int thread, int end) {
    Set<String> variables = new LinkedHashSet<>();
    for (int i = end; i >= 0 && variables.size() < VARIABLES_MAX; i--) {
      Event event = trace.events().get(i);
      String variable = Wording.variable(event.operation());
      if (event.thread() == thread && !variable.isEmpty()) {
        variables.add(variable);
      }
    }
    return variables;
  }

  /**
   * Returns where the thread of this name failed; the end of the trace when it has no such event.
   */
  private static int failingEvent(Trace trace, String thread) {
    for (int i = trace.events().size() - 1; i >= 0; i--) {
      Event event = trace.events().get(i);
      if (Wording.kind(event.operation()) == Lanes.Kind.FAILURE
          && Focus.isBy(trace, event, thread)) {
        return i;
      }
    }
    return trace.events().size() - 1;
  }

  /**
   * Returns the variables that the failing thread used last and that another thread changed: one of
   * them most likely had a value that the failing thread did not expect.
   */
  private static Set<String> leadingTo(Trace trace, int end) {
    if (end < 0) {
      return Set.of();
    }
    var shared = shared(trace);
    Set<String> variables = new LinkedHashSet<>();
    int thread = trace.events().get(end).thread();
    for (int i = end; i >= 0 && variables.size() < VARIABLES_MAX; i--) {
      Event event = trace.events().get(i);
      String variable = Wording.variable(event.operation());
      if (event.thread() == thread && shared.contains(variable)) {
        variables.add(variable);
      }
    }
    return variables;
  }

  /** Returns the variables that more than one thread uses and at least one of them may change. */
  private static Set<String> shared(Trace trace) {
    Map<String, Set<Integer>> users = new LinkedHashMap<>();
    Set<String> changed = new HashSet<>();
    for (Event event : trace.events()) {
      String variable = Wording.variable(event.operation());
      if (!variable.isEmpty()) {
        users.computeIfAbsent(variable, _ -> new HashSet<>()).add(event.thread());
        if (Wording.kind(event.operation()) != Lanes.Kind.READ) {
          changed.add(variable);
        }
      }
    }
    users.values().removeIf(threads -> threads.size() < 2);
    users.keySet().retainAll(changed);
    return users.keySet();
  }

  private static NavigableSet<Integer> accesses(Trace trace, Set<String> variables, int end) {
    NavigableSet<Integer> indexes = new TreeSet<>();
    for (int i = 0; i <= end; i++) {
      if (variables.contains(Wording.variable(trace.events().get(i).operation()))) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  /** Returns, for each variable, the last change of it by a thread other than the failing one. */
  private static NavigableSet<Integer> foreignWrites(Trace trace, Set<String> variables, int end) {
    NavigableSet<Integer> indexes = new TreeSet<>();
    Set<String> open = new HashSet<>(variables);
    for (int i = end; i >= 0 && !open.isEmpty(); i--) {
      Event event = trace.events().get(i);
      if (event.thread() != trace.events().get(end).thread()
          && Wording.kind(event.operation()) != Lanes.Kind.READ
          && open.remove(Wording.variable(event.operation()))) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  /**
   * Returns the last steps of the thread of event {@code end}: all there is to show where nothing
   * is shared.
   */
  private static List<Integer> lastSteps(Trace trace, int end) {
    List<Integer> indexes = new ArrayList<>();
    int thread = trace.events().get(end).thread();
    for (int i = end; i >= 0 && indexes.size() < Lanes.STEPS_SHOWN; i--) {
      if (trace.events().get(i).thread() == thread) {
        indexes.add(i);
      }
    }
    return indexes;
  }
}
