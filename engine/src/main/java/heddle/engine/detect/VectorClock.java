package heddle.engine.detect;

import java.util.Arrays;

/** What is known of each thread's progress: the vector clock of Fidge (1988) and Mattern (1989). */
final class VectorClock {
  private int[] times = new int[4];

  int get(int task) {
    return task < times.length ? times[task] : 0;
  }

  void tick(int task) {
    grow(task + 1);
    times[task]++;
  }

  void join(VectorClock other) {
    int[] theirs = other.times;
    grow(theirs.length);
    for (int i = 0; i < theirs.length; i++) {
      times[i] = Math.max(times[i], theirs[i]);
    }
  }

  VectorClock copy() {
    VectorClock copy = new VectorClock();
    copy.times = times.clone();
    return copy;
  }

  private void grow(int size) {
    if (size > times.length) {
      times = Arrays.copyOf(times, Math.max(size, times.length * 2));
    }
  }
}
