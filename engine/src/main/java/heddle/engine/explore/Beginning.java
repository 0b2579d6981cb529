package heddle.engine.explore;

import java.util.Arrays;

/**
 * The steps by which a race comes the other way round: from the state before its first step, those
 * that do not come after that one, and then its second.
 */
final class Beginning {
  private static final int[] NONE = {};

  private final Steps steps;
  private final int from;
  private final int last;
  private int[] all = new int[16];
  private int[][] allPicks = new int[16][];
  private int count;
  private boolean[] left = new boolean[0];
  private int remaining;
  private final boolean[] passed;

  /**
   * Starts empty; the steps are to come after number {@code from}, and {@code last} is the last.
   */
  Beginning(Steps steps, int from, int last) {
    this.steps = steps;
    this.from = from;
    this.last = last;
    this.passed = new boolean[steps.width()];
  }

  /** Adds a step, and the choices other than of threads that it made. */
  void add(int step, int[] picks) {
    if (count == all.length) {
      all = Arrays.copyOf(all, 2 * count);
      allPicks = Arrays.copyOf(allPicks, 2 * count);
    }
    all[count] = step;
    allPicks[count++] = step == last ? NONE : picks;
  }

  /** Takes all steps that were added as still to come. */
  void startOver() {
    left = new boolean[count];
    Arrays.fill(left, true);
    remaining = count;
    Arrays.fill(passed, false);
  }

  boolean isEmpty() {
    return remaining == 0;
  }

  /** Returns how many steps are still to come. */
  int size() {
    return remaining;
  }

  private int nth(int index) {
    int seen = 0;
    for (int i = 0; i < count; i++) {
      if (left[i] && seen++ == index) {
        return i;
      }
    }
    throw new IndexOutOfBoundsException(index);
  }

  int task(int index) {
    return steps.task(all[nth(index)]);
  }

  int[] picks(int index) {
    return allPicks[nth(index)];
  }

  void remove(int position) {
    left[position] = false;
    remaining--;
  }

  /**
   * Returns the position of the first step of {@code task}, if nothing before it has to come first
   * and it makes the choices {@code picks}; -1 otherwise.
   */
  int initial(int task, int[] picks) {
    for (int i = 0; i < count; i++) {
      if (left[i] && steps.task(all[i]) == task) {
        boolean fits = picks.length == 0 || Arrays.equals(picks, allPicks[i]);
        return fits && isInitial(i) ? i : -1;
      }
    }
    return -1;
  }

  private boolean isInitial(int position) {
    int step = all[position];
    for (int i = 0; i < position; i++) {
      if (left[i] && comesBefore(all[i], step)) {
        return false;
      }
    }
    return true;
  }

  private boolean comesBefore(int first, int second) {
    // What the last step comes after changes with the race: only its own task's past and what it
    // touches count.
    return second == last
        ? steps.beforeAnyway(first, second) || steps.dependent(first, second)
        : steps.before(first, second);
  }

  /**
   * Returns whether {@code task} makes none of the steps to come, and its next touches nothing that
   * they touch.
   */
  boolean isIndependentOf(int task) {
    if (passed[task]) {
      return false; // what it does after that is not known
    }
    int next = steps.firstOf(task, from);
    if (next < 0) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (left[i] && (steps.task(all[i]) == task || steps.dependent(all[i], next))) {
        return false;
      }
    }
    return true;
  }

  /** The next step of {@code task} comes before those that are left. */
  void passed(int task) {
    passed[task] = true;
  }
}
