package heddle.engine.explore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which steps touched each location last. */
final class Touches {
  private int width = 8;
  private int count;
  private int[] writes = new int[64];
  private int[] reads = new int[64 * width];
  private int[] @Nullable [] released = new int[64][];

  /** Forgets everything. */
  void clear() {
    Arrays.fill(writes, 0, count, -1);
    Arrays.fill(reads, 0, count * width, -1);
    Arrays.fill(released, 0, count, null);
    count = 0;
  }

  Touches() {
    Arrays.fill(writes, -1);
    Arrays.fill(reads, -1);
  }

  private void reserve(int location) {
    if (location >= writes.length) {
      int before = writes.length;
      int length = Math.max(location + 1, 2 * before);
      writes = Arrays.copyOf(writes, length);
      reads = Arrays.copyOf(reads, length * width);
      released = Arrays.copyOf(released, length);
      Arrays.fill(writes, before, length, -1);
      Arrays.fill(reads, before * width, length * width, -1);
    }
    count = Math.max(count, location + 1);
  }

  /** Returns the last step that changed {@code location}; -1 for none. */
  int lastWrite(int location) {
    return location < count ? writes[location] : -1;
  }

  /** Returns the last step of {@code task} that read {@code location} since it was changed. */
  int lastRead(int location, int task) {
    return location < count ? reads[location * width + task] : -1;
  }

  /** Returns what was known when the monitor at {@code location} was last left. */
  int @Nullable [] released(int location) {
    return location < count ? released[location] : null;
  }

  void wrote(int location, int step) {
    reserve(location);
    writes[location] = step;
    Arrays.fill(reads, location * width, (location + 1) * width, -1);
  }

  void read(int location, int task, int step) {
    reserve(location);
    reads[location * width + task] = step;
  }

  void release(int location, int[] clock) {
    reserve(location);
    released[location] = clock;
  }

  /** Makes room for more tasks. */
  void widen(int newWidth) {
    int[] wider = new int[writes.length * newWidth];
    Arrays.fill(wider, -1);
    for (int i = 0; i < count; i++) {
      System.arraycopy(reads, i * width, wider, i * newWidth, width);
    }
    reads = wider;
    for (int i = 0; i < count; i++) {
      int[] clock = released[i];
      if (clock != null) {
        released[i] = Arrays.copyOf(clock, newWidth);
      }
    }
    width = newWidth;
  }
}
