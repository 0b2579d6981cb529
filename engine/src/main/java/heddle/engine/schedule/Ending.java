package heddle.engine.schedule;

import org.jspecify.annotations.Nullable;

/** How an execution ended. */
public sealed interface Ending {
  /** Every thread that keeps a program alive ended. */
  record Completed() implements Ending {}

  /** A thread died of an exception that nothing caught. */
  record Died(Task task, Throwable exception) implements Ending {}

  /** The program asked to end with a status other than 0. */
  record Exited(Task task, int status, int site) implements Ending {}

  /** No thread can go on, and time does not help. */
  record Stuck() implements Ending {}

  /**
   * The execution took more steps than allowed; {@code site} is the loop or operation at which it
   * was cut off.
   */
  record Bound(Task task, int site, long steps) implements Ending {}

  /** Something left control; {@code site} is -1 where only {@code what} is known. */
  record Escaped(int site, String what, @Nullable Task task) implements Ending {}

  /** The strategy wanted no more of it: what would have come has been seen in another order. */
  record Pruned() implements Ending {}

  /** A schedule did not fit the program. */
  record Diverged(String how) implements Ending {}
}
