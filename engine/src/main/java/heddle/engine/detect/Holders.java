package heddle.engine.detect;

import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.weave.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a lock that keeps no owner, by what threads did with it: a {@code StampedLock}, a
 * semaphore, or a {@code ReentrantReadWriteLock} by those that read. Unknown as soon as a thread
 * gives back what another one took, or turns one way of holding into another.
 */
final class Holders {
  private static final Set<String> WRITING =
      Set.of("writeLock", "writeLockInterruptibly", "tryWriteLock");
  private static final Set<String> READING =
      Set.of("readLock", "readLockInterruptibly", "tryReadLock");
  private static final Set<String> TAKING =
      Set.of("acquire", "acquireUninterruptibly", "tryAcquire");
  private static final Set<String> LOOKING =
      Set.of(
          "isLocked",
          "isReadLocked",
          "isWriteLocked",
          "getReadLockCount",
          "tryOptimisticRead",
          "validate",
          "availablePermits",
          "toString",
          "hasQueuedThreads",
          "getQueueLength");

  private final History history;
  private final Map<Integer, Deque<Event>> taken = new TreeMap<>();
  private boolean known = true;

  private Holders(History history) {
    this.history = history;
  }

  /**
   * Returns where each thread, by its number, took what it still holds of {@code synchronizer}, the
   * latest first; empty when that can not be told.
   */
  static Optional<Map<Integer, Deque<Event>>> of(History history, Object synchronizer) {
    Holders holders = new Holders(history);
    for (Event event : history.events()) {
      Object subject = history.subject(event);
      if (subject != null && history.concernsLock(event, synchronizer)) {
        holders.note(event, subject);
      }
    }
    holders.taken.values().removeIf(Deque::isEmpty);
    return holders.known ? Optional.of(holders.taken) : Optional.empty();
  }

  private void note(Event event, Object subject) {
    switch (event.operation()) {
      case Operation.Acquire _ when subject instanceof Lock -> takes(event);
      case Operation.Release _ when subject instanceof Lock -> givesBack(event);
      case Operation.Calls(String _, String result) -> {
        Site site = history.site(event);
        if (site != null
            && (subject instanceof StampedLock || subject instanceof Semaphore)
            && !LOOKING.contains(site.name())) {
          called(event, site, result);
        }
      }
      default -> {}
    }
  }

  private void called(Event event, Site site, String result) {
    String name = site.name();
    boolean onePermit = !site.descriptor().startsWith("(I");
    if (WRITING.contains(name) || READING.contains(name)) {
      if (!result.isEmpty() && !result.equals("0")) {
        takes(event);
      }
    } else if (TAKING.contains(name) && onePermit) {
      if (result.equals("true") || (!name.startsWith("try") && wentOn(event))) {
        takes(event);
      }
    } else if (name.startsWith("unlock") || (name.equals("release") && onePermit)) {
      givesBack(event);
    } else {
      known = false;
    }
  }

  /** Whether the thread did something after this. */
  private boolean wentOn(Event event) {
    return history.events().subList(event.step(), history.events().size()).stream()
        .anyMatch(later ->
            later.thread() == event.thread() && !(later.operation() instanceof Operation.Waits));
  }

  private void takes(Event event) {
    taken.computeIfAbsent(event.thread(), _ -> new ArrayDeque<>()).push(event);
  }

  private void givesBack(Event event) {
    Deque<Event> own = taken.get(event.thread());
    if (own == null || own.isEmpty()) {
      known = false;
    } else {
      own.pop();
    }
  }

  /** Returns whether a call asks for a lock that no one else may hold meanwhile. */
  static boolean wantsAlone(@Nullable Object subject, String method) {
    return WRITING.contains(method)
        || TAKING.contains(method)
        || subject instanceof ReentrantReadWriteLock.WriteLock;
  }

  /** Returns whether what was taken by this event keeps everyone else out. */
  static boolean isAlone(@Nullable Object subject, String method) {
    return WRITING.contains(method) || subject instanceof Semaphore;
  }
}
