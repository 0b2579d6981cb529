package heddle.engine.explore;

import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tasks that are held at the end of a loop that only reads, each until a step of another
 * changes what it has read: to look again before that would show nothing new.
 */
final class Spinners {
  /** Reads in one round of a loop that are looked at; a loop of more goes on spinning. */
  private static final int READS_MAX = 8;

  static {
    // To load a class runs hooks, so none may be met for the first time in an execution.
    for (Class<?> type :
        List.of(
            Held.class,
            Locations.class,
            Touches.class,
            WakeupTree.class,
            WakeupTree.Branch.class)) {
      try {
        Class.forName(type.getName(), true, type.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  private final Steps steps;
  private final List<Held> held = new ArrayList<>();

  /** A task that spins, and the locations that it has read. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Held(Task task, int[] read) {}

  Spinners(Steps steps) {
    this.steps = steps;
  }

  void clear() {
    held.clear();
  }

  /**
   * Holds {@code task}, which has come to the end of a loop, unless what it has read has changed
   * since or is not known.
   */
  boolean hold(Task task, int firstSite, int loopSite) {
    int[] read = new int[READS_MAX];
    int count = 0;
    for (int step = steps.size() - 1; step >= 0; step--) {
      if (steps.task(step) != task.id()) {
        continue;
      }
      int location = steps.touched(step);
      boolean inLoop = steps.site(step) >= firstSite && steps.site(step) <= loopSite;
      if (!inLoop || location == Steps.NOTHING) {
        break;
      }
      if (location < 0 || steps.writes(step) || steps.changedAfter(step) || count == READS_MAX) {
        return false;
      }
      read[count++] = location;
    }
    if (count == 0) {
      return false;
    }
    held.add(new Held(task, Arrays.copyOf(read, count)));
    return true;
  }

  /** Lets those go on that have read what {@code step} changes. */
  void wake(int step) {
    if (held.isEmpty() || steps.touched(step) == Steps.NOTHING || !steps.writes(step)) {
      return;
    }
    for (int i = held.size() - 1; i >= 0; i--) {
      Held spinning = held.get(i);
      if (spinning.task.id() != steps.task(step) && concerns(spinning, step)) {
        held.remove(i);
        spinning.task.stopSpinning();
        steps.enabled(spinning.task);
      }
    }
  }

  private boolean concerns(Held spinning, int step) {
    int changed = steps.touched(step);
    if (changed == Steps.ANYTHING) {
      return true;
    }
    for (int location : spinning.read) {
      if (location == changed) {
        return true;
      }
    }
    return false;
  }
}
