package heddle.engine.detect;

import heddle.engine.detect.HeldLocks.Held;
import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which order the threads of an execution took locks one inside the other. A ring among these
 * orders is a deadlock that only luck has prevented (Goodlock: Havelund, SPIN 2000), unless all
 * that is in the ring happens under one more lock, or one after the other because threads are
 * started and joined in between.
 */
final class LockOrders {
  /** The longest ring that is looked for: longer ones are hardly written. */
  private static final int RING_MAX = 4;

  private final List<Order> orders = new ArrayList<>();
  private final List<VectorClock> clocks = new ArrayList<>();

  /**
   * A thread that held a lock asked for another one.
   *
   * @param task which
   * @param first what it held
   * @param second what it asked for
   * @param site where it asked
   * @param others what it held besides
   * @param time its own time, by starts and joins
   * @param known what it knew of the others' times
   */
  record Order(
      Task task,
      Held first,
      Object second,
      int site,
      List<Object> others,
      int time,
      VectorClock known) {
    @SuppressWarnings("ReferenceEquality") // identity is meant
    private boolean isLike(Order other) {
      return task == other.task && first.lock == other.first.lock && second == other.second;
    }

    private boolean mayMeet(Order other) {
      return task.id() != other.task.id()
          && known.get(other.task.id()) < other.time
          && other.known.get(task.id()) < time
          && others.stream().noneMatch(other.others::contains);
    }
  }

  void clear() {
    orders.clear();
    clocks.clear();
  }

  void started(Task task, Task child) {
    VectorClock own = clock(task);
    clock(child).join(own);
    own.tick(task.id());
  }

  void joined(Task task, Task child) {
    clock(task).join(clock(child));
  }

  private VectorClock clock(Task task) {
    while (clocks.size() <= task.id()) {
      VectorClock fresh = new VectorClock();
      fresh.tick(clocks.size());
      clocks.add(fresh);
    }
    return clocks.get(task.id());
  }

  /**
   * {@code task}, which holds {@code held}, asks for {@code lock} at {@code site}.
   *
   * @return the rings that this closes
   */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  List<List<Order>> asks(Task task, List<Held> held, Object lock, int site) {
    List<List<Order>> rings = new ArrayList<>();
    for (Held first : held) {
      List<Object> others =
          held.stream().map(one -> one.lock).filter(other -> other != first.lock).toList();
      VectorClock clock = clock(task);
      Order order = new Order(task, first, lock, site, others, clock.get(task.id()), clock.copy());
      if (orders.stream().noneMatch(order::isLike)) {
        orders.add(order);
        ring(new ArrayList<>(List.of(order))).ifPresent(rings::add);
      }
    }
    return rings;
  }

  @SuppressWarnings("ReferenceEquality") // identity is meant
  private Optional<List<Order>> ring(List<Order> path) {
    Order last = path.getLast();
    if (path.size() > 1 && last.second == path.getFirst().first.lock) {
      return Optional.of(List.copyOf(path));
    }
    for (int i = 0; path.size() < RING_MAX && i < orders.size(); i++) {
      Order next = orders.get(i);
      if (next.first.lock == last.second && path.stream().allMatch(next::mayMeet)) {
        path.add(next);
        Optional<List<Order>> found = ring(path);
        if (found.isPresent()) {
          return found;
        }
        path.removeLast();
      }
    }
    return Optional.empty();
  }
}
