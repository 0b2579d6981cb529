package heddle.engine.detect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the accesses to one variable in one execution: the last write, and for each
 * thread its last read (FastTrack's epochs, with a vector for reads).
 */
final class Cell {
  /** The execution that this is about. */
  int execution;

  int writer = -1;
  int writeTime;
  int writeSite;
  int[] readTimes = new int[2];
  int[] readSites = new int[2];

  /** For reads made under an optimistic stamp: the section they belong to; null for none. */
  @Nullable OptimisticSection @Nullable [] readSections;

  /** What volatile writes have made known; null when there was none. */
  @Nullable VectorClock released;

  /** What the latest write has made known, when it was a release; null when it was another. */
  @Nullable VectorClock latest;

  /** Accesses that are atomic, such as those of a {@code VarHandle}; null while there are none. */
  @Nullable Cell atomic;

  void reset(int newExecution) {
    execution = newExecution;
    writer = -1;
    Arrays.fill(readTimes, 0);
    readSections = null;
    released = null;
    latest = null;
    atomic = null;
  }

  void noteWrite(int task, int time, int site) {
    writer = task;
    writeTime = time;
    writeSite = site;
  }

  void noteRead(int task, int time, int site, @Nullable OptimisticSection section) {
    if (task >= readTimes.length) {
      int size = Math.max(task + 1, readTimes.length * 2);
      readTimes = Arrays.copyOf(readTimes, size);
      readSites = Arrays.copyOf(readSites, size);
    }
    readTimes[task] = time;
    readSites[task] = site;
    @Nullable OptimisticSection @Nullable [] sections = readSections;
    if (section == null && sections == null) {
      return;
    }
    if (sections == null || task >= sections.length) {
      sections =
          sections == null
              ? new @Nullable OptimisticSection[readTimes.length]
              : Arrays.copyOf(sections, readTimes.length);
      readSections = sections;
    }
    sections[task] = section;
  }

  @Nullable OptimisticSection section(int task) {
    @Nullable OptimisticSection @Nullable [] sections = readSections;
    return sections == null || task >= sections.length ? null : sections[task];
  }

  /** Returns the cell of the atomic accesses. */
  Cell atomically() {
    Cell cell = atomic;
    if (cell == null) {
      cell = new Cell();
      atomic = cell;
    }
    return cell;
  }
}
