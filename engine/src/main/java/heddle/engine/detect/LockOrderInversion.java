package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.schedule.Task;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Threads in a ring each of which holds a lock and wants the one that the next thread holds: so
 * they took the same locks in different orders.
 */
final class LockOrderInversion implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    List<Task> ring = evidence.graph().ring();
    List<Object> locks =
        ring.stream().map(evidence.graph()::lock).filter(Objects::nonNull).toList();
    if (ring.size() < 2
        || locks.size() < ring.size()
        || !(evidence.symptom() instanceof Finding.Deadlock deadlock)) {
      return Optional.empty();
    }
    List<String> names = locks.stream().map(evidence.graph()::lockName).toList();
    String together =
        ring.size() == 2
            ? deadlock.waits().get(0).thread() + " and " + deadlock.waits().get(1).thread()
            : ring.size() + " threads";
    return Optional.of(
        new Explanation(
            "deadlock by lock-order inversion: %s wait for each other".formatted(together),
            deadlock.explanation()
                + " They take the same locks in different orders: let every thread take them in one"
                + " order.",
            new Cause(
                Cause.Kind.LOCK_ORDER_INVERSION,
                names,
                steps(evidence.history(), ring, locks),
                Optional.empty())));
  }

  /** Where each thread took the lock that the one before it wants, and where it waits. */
  private static List<Integer> steps(History history, List<Task> ring, List<Object> locks) {
    List<Integer> steps = new ArrayList<>();
    for (int i = 0; i < ring.size(); i++) {
      Object holds = locks.get((i + ring.size() - 1) % ring.size());
      List<Event> own = history.of(ring.get(i).id());
      own.stream()
          .filter(event -> event.operation() instanceof Operation.Acquire)
          .filter(event -> history.concernsLock(event, holds))
          .reduce((_, later) -> later)
          .ifPresent(event -> steps.add(event.step()));
      history.last(ring.get(i).id()).ifPresent(event -> steps.add(event.step()));
    }
    return steps.stream().sorted().distinct().toList();
  }
}
