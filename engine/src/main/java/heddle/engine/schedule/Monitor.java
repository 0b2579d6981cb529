package heddle.engine.schedule;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The monitor of one object: who is in it, how deep, and who waits in its wait set (JLS 17.1 and 17.2). */
public final class Monitor {
  final Object object;
  @Nullable Task owner;
  int depth;

  /** Where the owner entered it. */
  int site = -1;

  /** The wait set, longest waiting first. */
  final ArrayDeque<Task> waiting = new ArrayDeque<>(2);

  /** How many tasks are blocked on it or are about to enter it again after a wait. */
  int wanted;

  Monitor(Object object) {
    this.object = object;
  }

  /** Returns the object that it belongs to. */
  public Object object() {
    return object;
  }

  /** Returns the thread that is in it. */
  public @Nullable Task owner() {
    return owner;
  }

  /** Returns the site at which the owner entered it; -1 for code of the JDK. */
  public int site() {
    return site;
  }

  boolean isIdle() {
    return owner == null && wanted == 0 && waiting.isEmpty();
  }
}
