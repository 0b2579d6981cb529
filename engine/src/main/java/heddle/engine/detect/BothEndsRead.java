package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two threads each of which waits for bytes that the other one would have to send. */
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
    return Optional.of(
        new Explanation(
            evidence.symptom().title(),
            evidence.symptom().explanation(),
            new Cause(Cause.Kind.BOTH_ENDS_READ, List.of(), steps, Optional.empty())));
  }
}
