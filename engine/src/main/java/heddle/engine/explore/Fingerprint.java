package heddle.engine.explore;

/** A number for the class of an execution: equal for executions that are equivalent. */
final class Fingerprint {
  private Fingerprint() {}

  /** Returns it: what every step comes after, as a number. */
  static long of(Steps steps) {
    int[] ordinals = ordinals(steps);
    long sum = 0;
    for (int step = 0; step < steps.size(); step++) {
      if (steps.touched(step) == Steps.NOTHING) {
        continue; // a thread that is let go on, or is not: that depends on who came first
      }
      long hash = steps.task(step);
      for (int task = 0; task < steps.width(); task++) {
        hash = mix(hash * 31 + ordinals[steps.clock(step, task)]);
      }
      sum += mix(hash);
    }
    return sum;
  }

  /** Returns for each step, counted from 1, which of its task's it is. */
  private static int[] ordinals(Steps steps) {
    int[] ordinals = new int[steps.size() + 1];
    int[] made = new int[steps.width()];
    for (int step = 0; step < steps.size(); step++) {
      made[steps.task(step)] += steps.touched(step) == Steps.NOTHING ? 0 : 1;
      ordinals[step + 1] = made[steps.task(step)];
    }
    return ordinals;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}
