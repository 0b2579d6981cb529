package heddle.engine.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Lets a read of a plain variable find a value that has been overwritten, where the memory model
 * allows it. Called by the running task, after the scheduling point.
 */
public interface StaleReads {
  /** {@code task} is about to write a variable. */
  void writes(Task task, @Nullable Object owner, int index, int site);

  /**
   * {@code task} is about to read a variable: returns how many values it may find, the newest among
   * them; 1 when there is no choice.
   */
  int values(Task task, @Nullable Object owner, int index, int site);

  /**
   * Returns which of the values {@code task} stays with, having read it at this place again and
   * again; -1 when it is free to choose.
   */
  int stays(Task task);

  /**
   * Puts the value at {@code choice}, counted from the newest, into the variable for the length of
   * the read.
   */
  void choose(Task task, int choice);

  /** The read is over: the newest value goes back into the variable. */
  void restore();

  /** Something is about to be called that may write variables unseen. */
  void settle();
}
