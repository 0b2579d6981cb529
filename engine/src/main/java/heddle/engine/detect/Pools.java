package heddle.engine.detect;

import heddle.engine.trace.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The executors and timers that a program has called, and what they hold. Reads their fields alone:
 * their methods would take locks that a suspended thread may be in.
 */
final class Pools {
  private final List<Pool> pools = new ArrayList<>();

  /**
   * A {@code ThreadPoolExecutor}, or a timer, which is known by its thread.
   *
   * @param name what the program calls it
   * @param object the executor itself, not what the program may have got around it
   */
  record Pool(String name, Object object) {
    boolean isTimer() {
      return object instanceof Thread;
    }
  }

  Pools(History history) {
    for (Event event : history.events()) {
      note(history, history.subject(event));
      note(history, history.argument(event));
    }
  }

  private void note(History history, @Nullable Object object) {
    Object pool = object == null ? null : unwrapped(object);
    if (object != null && pool != null && !isKnown(pool)) {
      pools.add(new Pool(history.name(object), pool));
    }
  }

  private static @Nullable Object unwrapped(Object subject) {
    if (subject instanceof ThreadPoolExecutor) {
      return subject;
    }
    // The wrappers of Executors, such as that of a single thread.
    boolean wrapper = subject.getClass().getName().startsWith("java.util.concurrent.Executors$");
    return wrapper && Memory.reference(subject, "e") instanceof ThreadPoolExecutor inner
        ? inner
        : null;
  }

  @SuppressWarnings("ReferenceEquality") // identity is meant
  private boolean isKnown(Object object) {
    return pools.stream().anyMatch(pool -> pool.object() == object);
  }

  /** Returns the pool or timer that a thread works for; null when it is not known. */
  @Nullable Pool of(Thread thread) {
    for (Pool pool : pools) {
      if (threads(pool).contains(thread)) {
        return pool;
      }
    }
    if (thread.getClass().getName().equals("java.util.TimerThread")) {
      return new Pool("the timer", thread);
    }
    Object executor = executorOf(thread);
    return executor == null ? null : new Pool("the pool of " + thread.getName(), executor);
  }

  /** Returns the executor whose worker a thread runs, of which the program called no method. */
  private static @Nullable Object executorOf(Thread thread) {
    Object holder = Memory.reference(thread, "holder");
    Object worker = holder == null ? null : Memory.reference(holder, "task");
    Object executor = worker == null ? null : Memory.reference(worker, "this$0");
    return executor instanceof ThreadPoolExecutor ? executor : null;
  }

  /** Returns the threads of a pool, or the one of a timer. */
  static List<Thread> threads(Pool pool) {
    List<Thread> threads = new ArrayList<>();
    if (pool.object() instanceof Thread timer) {
      threads.add(timer);
    } else if (Memory.reference(pool.object(), "workers") instanceof Set<?> workers) {
      for (Object worker : workers) {
        if (worker != null && Memory.reference(worker, "thread") instanceof Thread thread) {
          threads.add(thread);
        }
      }
    }
    return threads;
  }

  /**
   * Returns the futures of the tasks that wait in a pool's queue. Empty for queues whose inside is
   * not known here.
   */
  static Set<Object> queued(Pool pool) {
    Set<Object> futures = new HashSet<>();
    if (pool.object() instanceof ThreadPoolExecutor executor) {
      for (Object task : tasks(executor.getQueue())) {
        futures.add(task);
        // What CompletableFuture gives to an executor leads to the future that it completes.
        Object completes = Memory.reference(task, "dep");
        if (completes != null) {
          futures.add(completes);
        }
      }
    }
    return futures;
  }

  private static List<Object> tasks(BlockingQueue<Runnable> queue) {
    List<Object> tasks = new ArrayList<>();
    if (queue instanceof LinkedBlockingQueue<?>) {
      Object node = Memory.reference(queue, "head");
      while (node != null) {
        Object item = Memory.reference(node, "item");
        if (item != null) {
          tasks.add(item);
        }
        node = Memory.reference(node, "next");
      }
    } else if (queue instanceof ArrayBlockingQueue<?>
        && Memory.reference(queue, "items") instanceof Object[] items) {
      for (Object item : items) {
        if (item != null) {
          tasks.add(item);
        }
      }
    }
    return tasks;
  }
}
