package heddle.engine.detect;

import heddle.engine.Place;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The locks of {@code java.util.concurrent} that a program has used in one execution: their names
 * and owners.
 */
final class Locks {
  /** The bit of a node's status that says that its thread waits on a condition. */
  private static final int CONDITION_STATUS = 2;

  private static final MethodHandle OWNER;

  static {
    try {
      OWNER =
          MethodHandles.privateLookupIn(AbstractOwnableSynchronizer.class, MethodHandles.lookup())
              .findVirtual(
                  AbstractOwnableSynchronizer.class,
                  "getExclusiveOwnerThread",
                  MethodType.methodType(Thread.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** One synchronizer, and where each thread last asked for it. */
  static final class Use {
    final Object synchronizer;
    final String name;
    final Map<Integer, Place> asked = new HashMap<>();

    Use(Object synchronizer, String name) {
      this.synchronizer = synchronizer;
      this.name = name;
    }
  }

  private final IdentityTable<Use> uses = new IdentityTable<>();

  /**
   * Notes that a task called a method of {@code receiver}, named {@code name}, at {@code place}.
   */
  void called(Object receiver, String name, int task, Place place) {
    Object synchronizer = synchronizerOf(receiver);
    uses.get(synchronizer, () -> new Use(synchronizer, name)).asked.put(task, place);
  }

  /** Returns what a lock or a semaphore keeps its state in, which may be the object itself. */
  static Object synchronizerOf(Object receiver) {
    Object inner = Memory.reference(receiver, "sync");
    return inner == null ? receiver : inner;
  }

  /**
   * Returns the thread that holds {@code synchronizer} alone; null when no thread does or it keeps
   * no owner.
   */
  static @Nullable Thread owner(Object synchronizer) {
    if (!(synchronizer instanceof AbstractOwnableSynchronizer ownable)) {
      return null;
    }
    try {
      return (Thread) OWNER.invokeExact(ownable);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the threads that wait on {@code condition}, in the order in which signals go to them.
   */
  static List<Thread> waiting(Condition condition) {
    List<Thread> waiting = new ArrayList<>();
    Object node = Memory.reference(condition, "firstWaiter");
    while (node != null) {
      // A node without AbstractQueuedSynchronizer.COND was cancelled or signalled already.
      if ((Memory.number(node, "status") & CONDITION_STATUS) != 0
          && Memory.reference(node, "waiter") instanceof Thread thread) {
        waiting.add(thread);
      }
      node = Memory.reference(node, "nextWaiter");
    }
    return waiting;
  }

  /** Returns the name of {@code synchronizer}; empty when no call of the program named it. */
  String name(Object synchronizer) {
    Use use = uses.get(synchronizer);
    return use == null ? "" : use.name;
  }

  List<Use> uses() {
    return uses.values();
  }
}
