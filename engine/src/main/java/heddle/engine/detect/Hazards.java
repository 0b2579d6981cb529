package heddle.engine.detect;

import heddle.engine.detect.HeldLocks.Held;
import heddle.engine.schedule.Monitor;
import heddle.engine.schedule.Observer;
import heddle.engine.schedule.Task;
import heddle.engine.weave.Site;
import heddle.engine.weave.SiteTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what may go wrong another time, in executions in which it did not: locks taken in
 * different orders, and locks held while a thread waits for the network. Monitors and {@code Lock}s
 * count, but for those that readers share.
 */
public final class Hazards implements Observer {
  /** So many are told; who mends these may ask again. */
  private static final int TOLD_MAX = 3;

  private final SiteTable sites;
  private final HeldLocks held = new HeldLocks();
  private final LockOrders orders = new LockOrders();
  private final Map<List<Integer>, String> inversions = new LinkedHashMap<>();
  private final Map<List<Integer>, String> waits = new LinkedHashMap<>();
  private final List<@Nullable Object> asked = new ArrayList<>();

  /** Creates one for a program woven with {@code sites}. */
  public Hazards(SiteTable sites) {
    this.sites = sites;
  }

  /** Forgets the last execution, but not what was found in it. */
  public void begin() {
    held.clear();
    orders.clear();
    asked.clear();
  }

  /** Returns a sentence for each pair or ring of locks that were taken in different orders. */
  public List<String> inversions() {
    return inversions.values().stream().limit(TOLD_MAX).toList();
  }

  /** Returns a sentence for each place where a lock was held while its holder waited. */
  public List<String> waitsWithLock() {
    return waits.values().stream().limit(TOLD_MAX).toList();
  }

  private void asks(Task task, Object lock, int site) {
    if (site < 0 || held.holds(task, lock)) {
      return;
    }
    for (List<LockOrders.Order> ring : orders.asks(task, held.of(task), lock, site)) {
      List<Integer> key =
          ring.stream().flatMap(o -> List.of(o.first().site, o.site()).stream()).sorted().toList();
      inversions.computeIfAbsent(key, _ -> inversion(ring));
    }
  }

  private String inversion(List<LockOrders.Order> ring) {
    String each =
        ring.stream()
            .map(order ->
                "%s takes %s (%s) and then %s (%s)"
                    .formatted(
                        order.task().thread().getName(),
                        name(order.first().site),
                        sites.place(order.first().site),
                        name(order.site()),
                        sites.place(order.site())))
            .collect(Collectors.joining(", "));
    return "lock-order inversion, though no execution came to a deadlock: "
        + each
        + ": if each gets its first lock, none gets its second";
  }

  /** Returns the name of the lock that is taken at {@code site}. */
  private String name(int site) {
    Site taken = sites.get(site);
    if (!taken.subject().equals("this")) {
      return taken.subject();
    }
    String type = taken.type();
    return "this " + type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
  }

  private static @Nullable Object exclusive(@Nullable Object receiver) {
    return receiver instanceof Lock lock
            && !(lock instanceof ReentrantReadWriteLock.ReadLock)
            && !lock.getClass().getSimpleName().endsWith("View")
        ? Locks.synchronizerOf(lock)
        : null;
  }

  @Override
  public void entered(Task task, Monitor monitor, int site) {
    asks(task, monitor.object(), site);
    if (site >= 0) {
      held.take(task, monitor.object(), site);
    }
  }

  @Override
  public void blocked(Task task, Monitor monitor, int site) {
    asks(task, monitor.object(), site);
  }

  @Override
  public void exited(Task task, Monitor monitor) {
    held.giveBack(task, monitor.object());
  }

  @Override
  public void calls(Task task, @Nullable Object receiver, int site) {
    Object lock = exclusive(receiver);
    while (asked.size() <= task.id()) {
      asked.add(null);
    }
    asked.set(task.id(), null);
    if (lock == null) {
      return;
    }
    String method = sites.get(site).name();
    if (method.equals("unlock")) {
      held.giveBack(task, lock);
    } else if (method.startsWith("lock") || method.equals("tryLock")) {
      if (method.startsWith("lock")) {
        asks(task, lock, site);
      }
      asked.set(task.id(), lock);
    }
  }

  @Override
  public void called(Task task, @Nullable Object result, boolean changed, int site) {
    Object lock = task.id() < asked.size() ? asked.set(task.id(), null) : null;
    if (lock != null && !Boolean.FALSE.equals(result)) {
      held.take(task, lock, site);
    }
  }

  @Override
  public void waitsForNetwork(Task task) {
    List<Held> own = held.of(task);
    int site = task.site();
    if (!own.isEmpty() && site >= 0) {
      Held last = own.getLast();
      waits.computeIfAbsent(
          List.of(last.site, site),
          _ ->
              "%s waits for the network at %s while it holds %s (%s): whoever wants that lock waits for the network too"
                  .formatted(
                      task.thread().getName(),
                      sites.place(site),
                      name(last.site),
                      sites.place(last.site)));
    }
  }

  @Override
  public void started(Task task, Task child) {
    orders.started(task, child);
  }

  @Override
  public void joined(Task task, Task child) {
    orders.joined(task, child);
  }

  @Override
  public void access(Task task, @Nullable Object owner, int index, boolean write, int site) {}

  @Override
  public void waits(Task task, Task.State how, @Nullable Object on, long nanos, int site) {}

  @Override
  public void resumed(Task task, Task.State how, @Nullable Object on) {}

  @Override
  public void signalled(Task task, Object monitor, int woken, boolean all, int site) {}

  @Override
  public void woke(Task task, Task woken) {}

  @Override
  public void interrupts(Task task, Thread target) {}

  @Override
  public void uses(Task task, Object collection, int site) {}

  @Override
  public void enteredProgram(Task task) {}

  @Override
  public void leftProgram(Task task) {}

  @Override
  public void named(Thread thread, String variable) {}

  @Override
  public void ended(Task task) {}
}
