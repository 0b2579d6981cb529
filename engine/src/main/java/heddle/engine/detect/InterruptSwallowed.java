package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.schedule.Task;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.weave.Site;
import java.util.List;
import java.util.Optional;

/**
 * A thread that was interrupted in a call that waits, dropped the exception, and made the same call
 * again, in which it now waits for ever.
 *
 * <p>Certain when the call was left without a result after the interrupt, the thread is not marked
 * as interrupted any more, and whoever else does not go on waits for its end.
 */
final class InterruptSwallowed implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    List<Task> stuck =
        evidence.graph().live().stream()
            .filter(task -> !task.daemon() && !task.spinning())
            .toList();
    return stuck.stream()
        .filter(task -> stuck.stream().allMatch(other -> waitsFor(evidence, other, task)))
        .flatMap(task -> find(evidence, task).stream())
        .findFirst();
  }

  /** Whether a thread is the other one, idles, or waits for the other's end. */
  private static boolean waitsFor(Evidence evidence, Task waiter, Task ends) {
    return waiter.equals(ends)
        || WaitForGraph.isIdle(waiter)
        || ends.equals(evidence.graph().blocker(waiter));
  }

  private static Optional<Explanation> find(Evidence evidence, Task task) {
    History history = evidence.history();
    if (WaitForGraph.isIdle(task)
        || task.thread().isInterrupted()
        || !(evidence.symptom() instanceof Finding.Deadlock)) {
      return Optional.empty();
    }
    Optional<Event> interrupt =
        history.events().stream()
            .filter(event -> event.operation().equals(new Operation.Interrupts(task.id())))
            .reduce((_, later) -> later);
    List<Event> calls = calls(history, task);
    return interrupt.flatMap(given ->
        calls.stream()
            .limit(Math.max(0, calls.size() - 1))
            .filter(call -> wasLeft(history, call, given))
            .findFirst()
            .map(left -> explain(history, given, left, calls.getLast())));
  }

  /** Returns what a thread did at the place where it now waits, in order. */
  private static List<Event> calls(History history, Task task) {
    List<Event> own = history.of(task.id());
    return own.stream().filter(event -> event.place().equals(own.getLast().place())).toList();
  }

  /** Whether a call that waits was left by an exception after the interrupt was given. */
  private static boolean wasLeft(History history, Event call, Event interrupt) {
    if (call.operation() instanceof Operation.Resumes(_, String why)) {
      return why.equals("interrupted") && call.step() > interrupt.step();
    }
    Site site = history.site(call);
    boolean returnsNothing = site == null || site.descriptor().endsWith("V");
    return !returnsNothing
        && call.operation() instanceof Operation.Calls(_, String result)
        && result.isEmpty()
        && history.of(call.thread()).stream()
            .filter(event -> event.step() > call.step())
            .findFirst()
            .filter(next -> next.step() > interrupt.step())
            .isPresent();
  }

  private static Explanation explain(History history, Event interrupt, Event left, Event last) {
    String who = history.who(last);
    String sentence =
        "%s interrupted %s (line %d), which caught the InterruptedException (line %d), dropped it, and waits at the same place again, for ever. Leave the loop, or restore the mark: Thread.currentThread().interrupt()."
            .formatted(history.who(interrupt), who, interrupt.place().line(), last.place().line());
    return new Explanation(
        "interrupt swallowed: %s waits for ever".formatted(who),
        sentence,
        new Cause(
            Cause.Kind.INTERRUPT_SWALLOWED,
            List.of(who),
            List.of(left.step(), interrupt.step(), last.step()).stream().sorted().toList(),
            Optional.of(
                new Cause.Mark(last.step(), interrupt.step(), "forgot this interrupt", 0, ""))));
  }
}
