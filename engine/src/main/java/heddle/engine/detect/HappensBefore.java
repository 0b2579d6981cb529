package heddle.engine.detect;

import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which actions of one execution happen before which (JLS 17.4.5), kept as a clock for each thread
 * and for each object by way of which threads synchronize.
 */
final class HappensBefore {
  private final List<VectorClock> clocks = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final IdentityTable<VectorClock> monitors = new IdentityTable<>();
  private final IdentityTable<VectorClock> handOvers = new IdentityTable<>();
  private final IdentityTable<VectorClock> interrupts = new IdentityTable<>();

  void clear() {
    clocks.clear();
    tasks.clear();
    monitors.clear();
    handOvers.clear();
    interrupts.clear();
  }

  VectorClock clock(Task task) {
    while (clocks.size() <= task.id()) {
      VectorClock fresh = new VectorClock();
      fresh.tick(clocks.size());
      clocks.add(fresh);
    }
    return clocks.get(task.id());
  }

  /** What {@code task} has done is known to whoever takes from {@code to} from now on. */
  void give(Task task, VectorClock to) {
    VectorClock clock = clock(task);
    to.join(clock);
    clock.tick(task.id());
  }

  void take(Task task, @Nullable VectorClock from) {
    if (from != null) {
      clock(task).join(from);
    }
  }

  /** Returns the clock of the monitor of {@code object}. */
  VectorClock monitor(Object object) {
    return monitors.get(object, VectorClock::new);
  }

  /** The JDK hands on work or a result by way of {@code key}. */
  void handOver(Task task, Object key) {
    give(task, handOvers.get(key, VectorClock::new));
  }

  /** The JDK receives work or a result by way of {@code key}. */
  void receive(Task task, Object key) {
    take(task, handOvers.get(key));
  }

  void interrupt(Task task, Thread target) {
    give(task, interrupts.get(target, VectorClock::new));
  }

  void sawInterrupt(Task task, Thread target) {
    take(task, interrupts.get(target));
  }

  void started(Task task, Task child) {
    if (task.state() == Task.State.TERMINATED) {
      // A shutdown hook: the JVM starts it when it has seen the end of all threads but daemons.
      for (Task ended : tasks) {
        if (ended.state() == Task.State.TERMINATED) {
          clock(child).join(clock(ended));
        }
      }
    }
    tasks.add(child);
    give(task, clock(child));
  }

  void joined(Task task, Task child) {
    clock(task).join(clock(child));
  }

  /** {@code task} detected that {@code thread} has ended (JLS 17.4.4). */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  void sawEnd(Task task, Object thread) {
    for (Task other : tasks) {
      if (other.thread() == thread) {
        joined(task, other);
      }
    }
  }
}
