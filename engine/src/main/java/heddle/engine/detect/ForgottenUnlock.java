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

/**
 * A lock that a thread waits for and whose holder has ended, or is a worker that waits for its next
 * task: it will never be given back.
 */
final class ForgottenUnlock implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    return evidence.graph().live().stream()
        .filter(task -> WaitForGraph.parkedOn(task) != null)
        .map(task -> find(evidence, task))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Explanation> find(Evidence evidence, Task task) {
    Object lock = WaitForGraph.parkedOn(task);
    Task owner = evidence.graph().blocker(task);
    if (lock == null) {
      return Optional.empty();
    }
    if (owner != null) {
      return lock.equals(evidence.graph().lock(task)) && isDone(owner)
          ? taken(evidence.history(), owner, lock).map(took -> explain(evidence, task, owner, took))
          : Optional.empty();
    }
    return Holders.of(evidence.history(), lock)
        .flatMap(holders -> withoutOwner(evidence, task, holders));
  }

  /** Names a lock that keeps no owner when all that hold it are done. */
  private static Optional<Explanation> withoutOwner(
      Evidence evidence, Task task, Map<Integer, Deque<Event>> holders) {
    List<Explanation> forgotten = new ArrayList<>();
    for (Map.Entry<Integer, Deque<Event>> holder : holders.entrySet()) {
      Task owner = evidence.graph().task(holder.getKey());
      Event took = holder.getValue().getFirst();
      if (!isDone(owner) || !isForgotten(evidence.history(), took)) {
        return Optional.empty();
      }
      forgotten.add(explain(evidence, task, owner, took));
    }
    return forgotten.stream().findFirst();
  }

  /**
   * Whether who took this has to give it back. A permit may be given back by others, unless the
   * method that takes it also gives one back.
   */
  private static boolean isForgotten(History history, Event took) {
    Site site = history.site(took);
    return !(history.subject(took) instanceof Semaphore)
        || (site != null && SelfDeadlock.releasesIn(history, site));
  }

  private static boolean isDone(Task task) {
    return task.state() == Task.State.TERMINATED || WaitForGraph.isIdle(task);
  }

  /** Returns where a thread last took the lock. */
  private static Optional<Event> taken(History history, Task owner, Object lock) {
    return history.of(owner.id()).stream()
        .filter(event -> event.operation() instanceof Operation.Acquire)
        .filter(event -> history.concernsLock(event, lock))
        .reduce((_, later) -> later);
  }

  private static Explanation explain(Evidence evidence, Task task, Task owner, Event took) {
    History history = evidence.history();
    String who = history.thread(owner.id());
    String waits = history.thread(task.id());
    Object subject = history.subject(took);
    boolean permit = subject instanceof Semaphore;
    String lock = subject == null ? "the lock" : history.name(subject);
    boolean ended = owner.state() == Task.State.TERMINATED;
    String sentence =
        "%s took %s at %s and %s without giving it back. %s waits for it at %s, for ever. %s in a finally block, so that every way out of the method does it."
            .formatted(
                who,
                permit ? "a permit of " + lock : lock,
                took.place(),
                ended ? "ended" : "finished its task",
                waits,
                evidence.graph().place(task),
                permit ? "Release it" : "Unlock it");
    List<Integer> steps = new ArrayList<>(List.of(took.step()));
    history.last(owner.id()).ifPresent(event -> steps.add(event.step()));
    history.last(task.id()).ifPresent(event -> steps.add(event.step()));
    return new Explanation(
        "forgotten %s: %s never gave %s back".formatted(permit ? "release" : "unlock", who, lock),
        sentence,
        new Cause(
            Cause.Kind.FORGOTTEN_UNLOCK,
            List.of(lock),
            steps.stream().sorted().distinct().toList(),
            Optional.empty()));
  }
}
