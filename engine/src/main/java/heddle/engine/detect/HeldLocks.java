package heddle.engine.detect;

import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.List;

/** The locks that the threads of an execution hold, each with the place where it was taken. */
final class HeldLocks {
  private final List<List<Held>> held = new ArrayList<>();

  /** A lock, and where it was taken. */
  static final class Held {
    final Object lock;
    final int site;
    private int depth = 1;

    Held(Object lock, int site) {
      this.lock = lock;
      this.site = site;
    }
  }

  void clear() {
    held.clear();
  }

  /** Returns what {@code task} holds, in the order in which it was taken. */
  List<Held> of(Task task) {
    while (held.size() <= task.id()) {
      held.add(new ArrayList<>());
    }
    return held.get(task.id());
  }

  /** Returns whether {@code task} holds {@code lock}. */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  boolean holds(Task task, Object lock) {
    for (Held one : of(task)) {
      if (one.lock == lock) {
        return true;
      }
    }
    return false;
  }

  /** {@code task} takes {@code lock} at {@code site}, perhaps once more. */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  void take(Task task, Object lock, int site) {
    List<Held> own = of(task);
    for (Held one : own) {
      if (one.lock == lock) {
        one.depth++;
        return;
      }
    }
    own.add(new Held(lock, site));
  }

  /** {@code task} gives {@code lock} back once. */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  void giveBack(Task task, Object lock) {
    of(task).removeIf(one -> one.lock == lock && --one.depth == 0);
  }
}
