package heddle.engine.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * The beginnings that are still to be explored from one state, as a tree (Abdulla, Aronis, Jonsson
 * and Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order Reduction", JACM 2017,
 * section 6).
 */
final class WakeupTree {
  /** One step of a beginning, and what may follow it. */
  static final class Branch {
    final int task;

    /** The choices other than of threads that the step makes; empty for any. */
    final int[] picks;

    final List<Branch> followers = new ArrayList<>(1);

    Branch(int task, int[] picks) {
      this.task = task;
      this.picks = picks;
    }
  }

  private static final int[] ANY = {};

  private WakeupTree() {}

  /** Returns a step of {@code task} after which anything may come. */
  static Branch leaf(int task) {
    return new Branch(task, ANY);
  }

  /**
   * Adds the beginning {@code sequence}, which it uses up, unless the tree holds one that leads to
   * the same executions.
   *
   * @return whether it was added
   */
  static boolean insert(List<Branch> tree, Beginning sequence) {
    List<Branch> branches = tree;
    sequence.startOver();
    while (!sequence.isEmpty()) {
      Branch match = match(branches, sequence);
      if (match == null) {
        append(branches, sequence);
        return true;
      }
      if (match.followers.isEmpty()) {
        return false;
      }
      branches = match.followers;
    }
    return false;
  }

  private static @org.jspecify.annotations.Nullable Branch match(
      List<Branch> branches, Beginning sequence) {
    for (Branch branch : branches) {
      int position = sequence.initial(branch.task, branch.picks);
      if (position >= 0) {
        sequence.remove(position);
        return branch;
      }
      if (sequence.isIndependentOf(branch.task)) {
        sequence.passed(branch.task);
        return branch;
      }
    }
    return null;
  }

  private static void append(List<Branch> branches, Beginning sequence) {
    List<Branch> at = branches;
    for (int i = 0; i < sequence.size(); i++) {
      Branch next = new Branch(sequence.task(i), sequence.picks(i));
      at.add(next);
      at = next.followers;
    }
  }
}
