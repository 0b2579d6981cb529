package heddle.engine;

import heddle.engine.trace.Trace;
import java.util.List;

/** What an exploration came to. */
public sealed interface Verdict {
  /**
   * Every interleaving passes: one of each class was executed, and the others of the class differ
   * from it only in the order of steps that commute.
   *
   * @param interleavings how many were executed
   * @param reduced whether interleavings that differ only in the order of steps that commute count
   *     as one
   */
  record AllPass(long interleavings, boolean reduced) implements Verdict {}

  /**
   * Nothing was found in the executions that the budget allowed.
   *
   * @param shareExplored estimated share of all interleavings, from 0 to 1; 0 when there is no
   *     estimate
   * @param preemptions all executions with at most so many preemptions were among them; -1 when not
   *     even those without any were all tried
   */
  record NothingFound(double shareExplored, int preemptions) implements Verdict {}

  /**
   * The program fails.
   *
   * @param finding what is wrong
   * @param schedule the shortest schedule found that shows it
   * @param trace the events of the execution under that schedule
   * @param execution the number of the execution that failed first, from 1
   * @param switches how often {@code schedule} changes from one thread to another that both could
   *     go on
   * @param onlySleepPrevents whether it fails only when sleeps and time-outs may overtake runnable
   *     threads: the program is right only thanks to sleep
   */
  record Fails(
      Finding finding,
      Schedule schedule,
      Trace trace,
      long execution,
      int switches,
      boolean onlySleepPrevents)
      implements Verdict {}

  /**
   * The program did something that the engine can not control, so that no verdict would be honest.
   *
   * @param escapes what left control, and where; never empty
   */
  record NotControllable(List<Escape> escapes) implements Verdict {}

  /**
   * Something that left control.
   *
   * @param what in plain words, such as {@code opens a network connection (java.net.Socket)}
   * @param place where
   */
  record Escape(String what, Place place) {}
}
