package heddle.engine.explore;

import heddle.engine.schedule.Strategy;
import heddle.engine.schedule.Task;
import java.util.Arrays;

/**
 * Every interleaving, depth first: repeats the choices of the last execution up to the latest that has an alternative left,
 * takes that, and goes on with the first alternative from there (stateless search as in VeriSoft, Godefroid, POPL 1997).
 *
 * <p>The share explored is exact for the part of the tree to the left of the current path, if every subtree of a choice is
 * taken to weigh the same: the weighted backtrack estimator of Kilby, Slaney, Thiébaux and Walsh (AAAI 2006).
 */
public class Exhaustive extends Strategy {
  private int[] taken = new int[64];
  private int[] counts = new int[64];
  private int depth;
  private int position;
  private boolean exhausted;
  private boolean diverged;

  /** Starts at the first interleaving: no thread is preempted. */
  public Exhaustive() {}

  @Override
  public String name() {
    return "exhaustive";
  }

  @Override
  public void begin() {
    position = 0;
  }

  @Override
  public int choose(Task[] options, int count, boolean lastCanRun) {
    return pick(count);
  }

  @Override
  public int pick(int count) {
    if (position == depth) {
      if (depth == taken.length) {
        taken = Arrays.copyOf(taken, depth * 2);
        counts = Arrays.copyOf(counts, depth * 2);
      }
      taken[depth] = 0;
      counts[depth++] = count;
    } else if (counts[position] != count) {
      diverged = true;
      counts[position] = count;
      taken[position] = Math.min(taken[position], count - 1);
    }
    return taken[position++];
  }

  @Override
  public void end(long steps) {
    // An execution that ended early has made fewer choices than the path holds.
    depth = position;
    while (depth > 0 && taken[depth - 1] + 1 >= counts[depth - 1]) {
      depth--;
    }
    if (depth == 0) {
      exhausted = true;
    } else {
      taken[depth - 1]++;
    }
  }

  @Override
  public boolean exhausted() {
    return exhausted;
  }

  /** Returns whether the program once offered other choices after the same choices: it depends on something else. */
  public boolean diverged() {
    return diverged;
  }

  @Override
  public double shareExplored() {
    if (exhausted) {
      return 1;
    }
    double share = 0;
    double weight = 1;
    for (int i = 0; i < depth; i++) {
      weight /= counts[i];
      share += weight * taken[i];
    }
    return share;
  }
}
