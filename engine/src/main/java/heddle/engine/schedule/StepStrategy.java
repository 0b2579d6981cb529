package heddle.engine.schedule;

/**
 * A strategy that follows every step of an execution, because it reasons about which of them
 * commute.
 *
 * <p>It is asked for every choice, also where only one task can run. {@link #choose} may return -1:
 * whatever comes next has been seen in another order, and the execution ends. The methods below are
 * called on the carrier thread, in the sequence in which things happen.
 */
public abstract class StepStrategy extends Strategy {
  /** For subclasses. */
  protected StepStrategy() {}

  /**
   * {@code task} begins a step; what it touches is as its pending operation says.
   *
   * @param eager whether it only runs on to its next scheduling point, touching nothing that others
   *     can see, so that there was no choice
   */
  public abstract void step(Task task, boolean eager);

  /** The running task lets {@code woken} go on. */
  public abstract void enabled(Task woken);

  /** The running task has left the monitor of {@code object}. */
  public abstract void released(Object object);

  /** The running task knows that {@code ended} has ended. */
  public abstract void joined(Task ended);

  /**
   * No task could run, and time moved, or spinning tasks look again: nothing before that can come
   * after.
   */
  public abstract void timePassed();

  /**
   * The running task has come to the end of a loop that does nothing but read.
   *
   * @param firstSite the first site in the loop
   * @param loopSite the site at which it starts over
   * @return whether the task is to be held until {@link #step} of another changes what it has read
   */
  public abstract boolean spins(Task task, int firstSite, int loopSite);

  /** What is explored is not every order, because of {@code why}. */
  public abstract void inexact(String why);
}
