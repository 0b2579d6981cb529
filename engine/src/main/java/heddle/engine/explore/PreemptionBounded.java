package heddle.engine.explore;

import heddle.engine.schedule.Task;

/**
 * Every interleaving with at most so many preemptions, depth first (iterative context bounding: Musuvathi and Qadeer, PLDI
 * 2007). A preemption takes the turn from a thread that could have gone on.
 */
public final class PreemptionBounded extends Exhaustive {
  private final int preemptionsMax;
  private int preemptions;

  /** {@code preemptionsMax} is at least 0. */
  public PreemptionBounded(int preemptionsMax) {
    this.preemptionsMax = preemptionsMax;
  }

  @Override
  public String name() {
    return "at most " + preemptionsMax + " preemptions";
  }

  @Override
  public void begin() {
    super.begin();
    preemptions = 0;
  }

  @Override
  public int choose(Task[] options, int count, boolean lastCanRun) {
    if (lastCanRun && preemptions == preemptionsMax) {
      return 0;
    }
    int choice = super.choose(options, count, lastCanRun);
    if (lastCanRun && choice != 0) {
      preemptions++;
    }
    return choice;
  }
}
