package heddle.engine.schedule;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks of one execution: all by number, those that have not ended, and each by its thread. */
final class Tasks {
  /** Threads created in one execution after which the table by thread is not kept for the next. */
  private static final int KEPT_MAX = 4096;

  /** Tasks that have not ended, by number; the first {@link #liveCount} are. */
  Task[] live = new Task[8];

  int liveCount;

  private Task[] all = new Task[8];
  private int count;
  private @Nullable Task[] byThread = new Task[16];
  private long firstThreadId;

  /** Starts anew; the thread with {@code newFirstThreadId} is the first to be created. */
  void clear(long newFirstThreadId) {
    firstThreadId = newFirstThreadId;
    all = new Task[8];
    live = new Task[8];
    count = 0;
    liveCount = 0;
    if (byThread.length > KEPT_MAX) {
      byThread = new Task[16];
    } else {
      Arrays.fill(byThread, null);
    }
  }

  /** Returns the number that the next task gets. */
  int next() {
    return count;
  }

  void add(Task task) {
    if (count == all.length) {
      all = Arrays.copyOf(all, count * 2);
    }
    if (liveCount == live.length) {
      live = Arrays.copyOf(live, liveCount * 2);
    }
    all[count++] = task;
    live[liveCount++] = task;
    int index = (int) (task.thread.threadId() - firstThreadId);
    if (index < 0) {
      throw new IllegalThreadStateException("thread of an earlier execution");
    }
    if (index >= byThread.length) {
      byThread = Arrays.copyOf(byThread, Math.max(index + 1, byThread.length * 2));
    }
    byThread[index] = task;
  }

  /** Takes {@code task}, which has ended, out of those that live. */
  void ended(Task task) {
    int kept = 0;
    for (int i = 0; i < liveCount; i++) {
      Task other = live[i];
      if (other != task) {
        live[kept++] = other;
      }
    }
    liveCount = kept;
  }

  @Nullable Task get(int id) {
    return id < count ? all[id] : null;
  }

  @SuppressWarnings("ReferenceEquality") // identity is meant
  @Nullable Task of(Thread thread) {
    long index = thread.threadId() - firstThreadId;
    if (index < 0 || index >= byThread.length) {
      return null;
    }
    Task task = byThread[(int) index];
    return task != null && task.thread == thread ? task : null;
  }

  List<Task> all() {
    return List.of(Arrays.copyOf(all, count));
  }
}
