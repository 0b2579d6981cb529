package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.schedule.Task;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.weave.Site;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A thread that waits for a lock which it holds itself and which is not reentrant: a {@code
 * StampedLock}, a semaphore used as a lock, or the writing half of a read-write lock whose reading
 * half it holds.
 */
final class SelfDeadlock implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    return evidence.graph().live().stream()
        .map(task -> find(evidence, task))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Explanation> find(Evidence evidence, Task task) {
    History history = evidence.history();
    Object lock = WaitForGraph.parkedOn(task);
    Optional<Event> asks = lock == null ? Optional.empty() : asks(history, task.id(), lock);
    if (lock == null || asks.isEmpty() || Locks.owner(lock) != null) {
      return Optional.empty();
    }
    Optional<Map<Integer, Deque<Event>>> holders = Holders.of(history, lock);
    Deque<Event> own = holders.map(all -> all.get(task.id())).orElse(null);
    if (own == null) {
      return Optional.empty();
    }
    Event took = own.peek();
    Object subject = history.subject(took);
    boolean alone = Holders.isAlone(subject, history.method(took));
    boolean certain =
        alone || Holders.wantsAlone(history.subject(asks.get()), wanted(history, asks.get()));
    if (subject instanceof Semaphore) {
      certain = holders.orElseThrow().size() == 1 && willRelease(history, task, took);
    }
    return certain ? Optional.of(explain(evidence, task, lock, took)) : Optional.empty();
  }

  /** Returns the call by which a thread asked for the lock that it waits for. */
  private static Optional<Event> asks(History history, int thread, Object lock) {
    return history.of(thread).stream()
        .filter(event -> history.concernsLock(event, lock))
        .filter(event -> !(event.operation() instanceof Operation.Waits))
        .reduce((_, later) -> later);
  }

  private static String wanted(History history, Event asks) {
    Site site = history.site(asks);
    return site == null ? "" : site.name();
  }

  /**
   * Whether the thread is still in the method that took the permit, and that method gives it back:
   * a semaphore need not be given back by who took it, but this one is meant to be.
   */
  private static boolean willRelease(History history, Task task, Event took) {
    Site taking = history.site(took);
    if (taking == null || !releasesIn(history, taking)) {
      return false;
    }
    for (StackTraceElement frame : task.stack()) {
      if (frame.getClassName().equals(taking.type())
          && frame.getMethodName().equals(taking.place().method())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the method that takes a permit also gives one back. */
  static boolean releasesIn(History history, Site taking) {
    for (int i = 0; i < history.sites().size(); i++) {
      Site site = history.sites().get(i);
      if (site.kind() == Site.Kind.CALL
          && site.name().equals("release")
          && site.type().equals(taking.type())
          && site.subject().equals(taking.subject())
          && site.place().method().equals(taking.place().method())) {
        return true;
      }
    }
    return false;
  }

  private static Explanation explain(Evidence evidence, Task task, Object wanted, Event took) {
    History history = evidence.history();
    String who = history.thread(task.id());
    Object subject = history.subject(took);
    String lock = evidence.graph().lockName(wanted);
    List<Integer> steps = new ArrayList<>(List.of(took.step()));
    history.last(task.id()).ifPresent(event -> steps.add(event.step()));
    String sentence =
        subject instanceof ReentrantReadWriteLock.ReadLock
            ? "%s took the read lock of %s at %s and, still holding it, asks for the write lock at %s. That is given to no one while anyone reads, so %s waits for itself. Give the read lock back first, or take the write lock from the start."
                .formatted(who, lock, took.place(), evidence.graph().place(task), who)
            : "%s took %s at %s, still holds it, and asks for it again at %s. %s does not let its holder in a second time, so %s waits for itself. Take it once, or use a ReentrantLock."
                .formatted(
                    who,
                    lock,
                    took.place(),
                    evidence.graph().place(task),
                    subject instanceof Semaphore ? "A semaphore" : "A StampedLock",
                    who);
    return new Explanation(
        "self-deadlock: %s waits for %s, which it holds itself".formatted(who, lock),
        sentence,
        new Cause(Cause.Kind.SELF_DEADLOCK, List.of(lock), steps, Optional.empty()));
  }
}
