package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two threads each of which waits for bytes that the other one would have to send; and whether one
 * of them has written them to a buffer that it did not flush.
 */
final class BothEndsRead implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    List<Task> ends = WaitForGraph.bothReading(evidence.graph().live());
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> steps = new ArrayList<>();
    NetworkReader.all(evidence).stream()
        .filter(reader -> ends.contains(reader.task()))
        .forEach(reader -> reader.last().ifPresent(last -> steps.add(last.step())));
    steps.sort(null);
    for (Task end : ends) {
      Optional<UnsentOutput> unsent = UnsentOutput.of(end);
      if (unsent.isPresent()) {
        return Optional.of(notFlushed(evidence, end, ends, unsent.get(), steps));
      }
    }
    return Optional.of(
        new Explanation(
            evidence.symptom().title(),
            evidence.symptom().explanation(),
            new Cause(Cause.Kind.BOTH_ENDS_READ, List.of(), steps, Optional.empty())));
  }

  private static Explanation notFlushed(
      Evidence evidence, Task end, List<Task> ends, UnsentOutput unsent, List<Integer> steps) {
    Task other = ends.getFirst().equals(end) ? ends.getLast() : ends.getFirst();
    String who = evidence.history().thread(end.id());
    String waiting = evidence.history().thread(other.id());
    return new Explanation(
        "not flushed: %s waits for what %s has written".formatted(waiting, who),
        "%s has written %s to a %s, where it waits in the buffer, and then waits to read at %s. %s waits for it at %s, so both wait for ever. Flush before waiting for an answer."
            .formatted(
                who,
                unsent.content(),
                unsent.kind(),
                evidence.graph().place(end),
                waiting,
                evidence.graph().place(other)),
        new Cause(Cause.Kind.NOT_FLUSHED, List.of(unsent.kind()), steps, Optional.empty()));
  }
}
