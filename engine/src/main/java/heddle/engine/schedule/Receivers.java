package heddle.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Which object stands for all that a call of a library touches, so that two calls that do not
 * commute touch the same: the synchronizer behind a lock and its conditions, the map behind a view.
 */
@SuppressWarnings("ReferenceEquality") // identity is meant
public final class Receivers {
  /** Stands for all executors, futures and timers together: what touches one may touch others. */
  public static final Object EXECUTORS = new Object();

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String CONCURRENT = "java.util.concurrent.";

  /** Classes whose objects keep to themselves. */
  private static final Set<String> ALONE =
      Set.of(
          "ConcurrentHashMap",
          "ConcurrentSkipListMap",
          "ConcurrentSkipListSet",
          "ConcurrentLinkedQueue",
          "ConcurrentLinkedDeque",
          "CopyOnWriteArrayList",
          "CopyOnWriteArraySet",
          "ArrayBlockingQueue",
          "LinkedBlockingQueue",
          "LinkedBlockingDeque",
          "LinkedTransferQueue",
          "PriorityBlockingQueue",
          "DelayQueue",
          "SynchronousQueue",
          "CyclicBarrier",
          "Exchanger",
          "Phaser",
          "locks.StampedLock");

  /** Fields that lead from an object to the one that stands for it, by the order of search. */
  private static final List<String> WAYS = List.of("sync", "this$0", "mutex", "root");

  /** Collections inside synchronized ones, each followed by what stands for that. */
  private static final List<Object> INSIDE = new ArrayList<>();

  private Receivers() {}

  /** Forgets what was seen of the objects of an execution. */
  static void clear() {
    INSIDE.clear();
  }

  /** How to get from an object to what stands for it. */
  private sealed interface Way {
    /** It stands for itself. */
    record Itself() implements Way {}

    /** Executors and the like. */
    record Executors() implements Way {}

    /** Not known. */
    record Unknown() implements Way {}

    /** By the field at {@code offset}, and on from there. */
    record Field(long offset) implements Way {}
  }

  private static final ClassValue<Way> WAY =
      new ClassValue<>() {
        @Override
        protected Way computeValue(Class<?> type) {
          return way(type);
        }
      };

  /**
   * Returns what stands for {@code receiver}; null when that is not known, so that the call may
   * touch anything.
   */
  public static @Nullable Object standsFor(@Nullable Object receiver) {
    Object object = receiver;
    while (object != null) {
      switch (WAY.get(object.getClass())) {
        case Way.Itself _ -> {
          return outside(object);
        }
        case Way.Executors _ -> {
          return EXECUTORS;
        }
        case Way.Unknown _ -> {
          return null;
        }
        case Way.Field(long offset) -> {
          Object next = UNSAFE.getReference(object, offset);
          noteInside(object, next);
          if (next == null || next == object) {
            return object;
          }
          object = next;
        }
      }
    }
    return null;
  }

  private static Object outside(Object object) {
    for (int i = 0; i < INSIDE.size(); i += 2) {
      if (INSIDE.get(i) == object) {
        return INSIDE.get(i + 1);
      }
    }
    return object;
  }

  /** An iterator over a synchronized collection touches the one inside, and does not lock. */
  private static void noteInside(Object wrapper, @Nullable Object mutex) {
    if (mutex == null
        || !wrapper.getClass().getName().startsWith("java.util.Collections$Synchronized")) {
      return;
    }
    for (String field : List.of("c", "m", "list")) {
      for (Class<?> t = wrapper.getClass(); t != null; t = t.getSuperclass()) {
        for (var declared : t.getDeclaredFields()) {
          Object inside =
              declared.getName().equals(field)
                  ? UNSAFE.getReference(wrapper, UNSAFE.objectFieldOffset(declared))
                  : null;
          if (inside != null && outside(inside) == inside) {
            INSIDE.add(inside);
            INSIDE.add(mutex);
          }
        }
      }
    }
  }

  /**
   * Returns whether {@code receiver}, which does not synchronize, touches a collection that does:
   * an iterator over a synchronized list, say.
   */
  static boolean bypassesLock(Object receiver) {
    Object touched = standsFor(receiver);
    return touched != null && touched != receiver && synchronizes(touched);
  }

  /** Returns whether the methods of {@code receiver} enter the monitor of what stands for it. */
  static boolean synchronizes(Object receiver) {
    return receiver instanceof java.util.Vector<?>
        || receiver instanceof java.util.Hashtable<?, ?>
        || receiver instanceof StringBuffer
        || receiver.getClass().getName().startsWith("java.util.Collections$Synchronized");
  }

  private static Way way(Class<?> type) {
    String name = type.getName();
    if (type.getClassLoader() != null || type.isArray()) {
      return ofProgram(type);
    }
    if (name.startsWith(CONCURRENT + "atomic.")) {
      return name.contains("Updater") ? new Way.Unknown() : new Way.Itself();
    }
    if (name.startsWith(CONCURRENT)) {
      return concurrent(type, name.substring(CONCURRENT.length()));
    }
    if (name.startsWith("java.util.Collections$")) {
      return byField(type, new Way.Unknown());
    }
    // A socket keeps its state under locks of its own, and the network's, which no one names here.
    if (name.startsWith("java.lang.invoke.")
        || name.startsWith("java.net.")
        || name.startsWith("java.nio.channels.")
        || name.startsWith("sun.nio.ch.")) {
      return new Way.Unknown();
    }
    return type.getEnclosingClass() == null ? new Way.Itself() : byField(type, new Way.Unknown());
  }

  /** A class of the program that extends one of the library is what that is. */
  private static Way ofProgram(Class<?> type) {
    Class<?> library = type.getSuperclass();
    while (library != null && library.getClassLoader() != null) {
      library = library.getSuperclass();
    }
    return library == null || library == Object.class ? new Way.Itself() : way(library);
  }

  private static Way concurrent(Class<?> type, String name) {
    if (name.startsWith("locks.AbstractQueued") && name.endsWith("Synchronizer")) {
      return new Way.Itself();
    }
    if (ALONE.contains(name)) {
      return byField(type, new Way.Itself());
    }
    int nested = name.indexOf('$');
    if (nested > 0 && isQueuedSynchronizer(type)) {
      return new Way.Itself();
    }
    boolean known =
        name.startsWith("locks.")
            || name.startsWith("Semaphore")
            || name.startsWith("CountDownLatch")
            || (nested > 0 && ALONE.contains(name.substring(0, nested)));
    return known ? byField(type, new Way.Unknown()) : new Way.Executors();
  }

  private static boolean isQueuedSynchronizer(Class<?> type) {
    for (Class<?> t = type; t != null; t = t.getSuperclass()) {
      if (t.getName().startsWith(CONCURRENT + "locks.AbstractQueued")) {
        return !type.getName().endsWith("ConditionObject");
      }
    }
    return false;
  }

  private static Way byField(Class<?> type, Way otherwise) {
    for (String field : WAYS) {
      for (Class<?> t = type; t != null && t != Object.class; t = t.getSuperclass()) {
        for (var declared : t.getDeclaredFields()) {
          if (declared.getName().equals(field) && !declared.getType().isPrimitive()) {
            return new Way.Field(UNSAFE.objectFieldOffset(declared));
          }
        }
      }
    }
    return otherwise;
  }
}
