package heddle.engine.trace;

import heddle.engine.Finding;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Picks what matters where threads wait: who took which lock, who waits, and which signals found
 * nobody.
 */
final class FocusOnWaits {
  private FocusOnWaits() {}

  static Focus deadlock(Trace trace, List<Finding.Wait> waits, int cycle, int stepsMax) {
    var concerned = cycle > 0 ? waits.subList(0, Math.min(cycle, waits.size())) : waits;
    Set<String> wanted = new HashSet<>();
    Set<String> locks = new LinkedHashSet<>();
    concerned.forEach(wait -> wanted.add(wait.waitsFor()));
    NavigableSet<Integer> must = new TreeSet<>();
    int end = -1;
    for (Finding.Wait wait : concerned) {
      for (Finding.Held held : wait.holds()) {
        if (wanted.contains(held.lock())) {
          locks.add(held.lock());
          addIfFound(must, lastAcquire(trace, wait.thread(), held.lock()));
        }
      }
      int last = Focus.lastOf(trace, wait.thread());
      addIfFound(must, last);
      end = Math.max(end, last);
    }
    NavigableSet<Integer> relevant = new TreeSet<>(must);
    if (locks.isEmpty()) {
      relevant.addAll(signals(trace, wanted));
    }
    return new Focus(
        List.of(),
        locks,
        true,
        Focus.choose(trace, relevant, must, stepsMax),
        end,
        Optional.empty(),
        Optional.empty());
  }

  private static void addIfFound(Set<Integer> indexes, int index) {
    if (index >= 0) {
      indexes.add(index);
    }
  }

  private static int lastAcquire(Trace trace, String thread, String lock) {
    for (int i = trace.events().size() - 1; i >= 0; i--) {
      Event event = trace.events().get(i);
      if (event.operation() instanceof Operation.Acquire(String name)
          && name.equals(lock)
          && Focus.isBy(trace, event, thread)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns the notifications of what the threads wait for; those that woke nobody are the usual
   * culprits.
   */
  private static Set<Integer> signals(Trace trace, Set<String> wanted) {
    Set<Integer> indexes = new TreeSet<>();
    for (int i = 0; i < trace.events().size(); i++) {
      if (trace.events().get(i).operation() instanceof Operation.Notifies notifies
          && (notifies.woken() == 0 || wanted.contains(notifies.monitor()))) {
        indexes.add(i);
      }
    }
    return indexes;
  }
}
