package heddle.engine.schedule;

/**
 * Picks the next choice.
 *
 * <p>One strategy serves a whole exploration, so it can keep state from one execution to the next. It is called on the
 * carrier thread only and need not be thread-safe. The same seed and the same program give the same choices.
 */
public abstract class Strategy {
  /** For subclasses. */
  protected Strategy() {}

  /** Returns its name, such as {@code random walk}. */
  public abstract String name();

  /** Begins another execution. */
  public abstract void begin();

  /**
   * Chooses the task that takes the next step.
   *
   * @param options the tasks that can; the one that ran last comes first if it is among them, the others follow by number
   * @param count how many of {@code options} there are, at least 2
   * @param lastCanRun whether {@code options[0]} ran last
   * @return an index below {@code count}
   */
  public abstract int choose(Task[] options, int count, boolean lastCanRun);

  /**
   * Chooses one of {@code count} alternatives that are not threads, such as the one to be notified.
   *
   * @param count at least 2
   */
  public abstract int pick(int count);

  /** A task was started. */
  public void started(Task task) {}

  /** Ends the execution, which took {@code steps} scheduling points. */
  public void end(long steps) {}

  /** Returns whether there is nothing left to explore. */
  public boolean exhausted() {
    return false;
  }

  /** Returns the estimated share explored so far, from 0 to 1; negative when there is no estimate. */
  public double shareExplored() {
    return -1;
  }
}
