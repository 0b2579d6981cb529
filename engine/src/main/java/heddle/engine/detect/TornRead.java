package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.Place;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.weave.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A thread that read two fields which another thread writes together, one before and one after
 * that.
 *
 * <p>Certain when both fields belong to one object, or are static fields of one class, one method
 * of the writer writes both, one method of the reader read both as the last that it read before it
 * failed, and exactly one of the two reads came after its write.
 */
final class TornRead implements Classifier {
  /**
   * How a writer came between.
   *
   * @param fresh the read that saw its write
   * @param freshWrite that write
   * @param old the read that did not see its other write
   * @param oldPlace where it makes that, which the execution may not have come to
   */
  private record Halves(Event fresh, Event freshWrite, Event old, Place oldPlace) {}

  @Override
  public Optional<Explanation> find(Evidence evidence) {
    History history = evidence.history();
    Event failure = history.events().getLast();
    List<Event> reads = lastReads(history, failure.thread());
    if (!History.isFailure(failure)
        || reads.size() < 2
        || !belongTogether(history, reads.get(0), reads.get(1))) {
      return Optional.empty();
    }
    return halves(history, reads.get(0), reads.get(1))
        .or(() -> halves(history, reads.get(1), reads.get(0)))
        .map(halves -> explain(history, halves));
  }

  /** Returns where a thread last read each of the last two variables that it read, in order. */
  private static List<Event> lastReads(History history, int thread) {
    List<Event> reads = new ArrayList<>();
    Set<Variable> variables = new LinkedHashSet<>();
    for (Event event : history.of(thread).reversed()) {
      Access access = Access.of(history, event).orElse(null);
      if (access == null) {
        continue;
      }
      if (access.write() || !access.method().isEmpty()) {
        break;
      }
      if (variables.add(access.variable())) {
        reads.addFirst(event);
        if (reads.size() == 2) {
          break;
        }
      }
    }
    return reads;
  }

  @SuppressWarnings("ReferenceEquality") // identity is meant
  private static boolean belongTogether(History history, Event one, Event other) {
    Site first = history.site(one);
    Site second = history.site(other);
    return History.inOneMethod(one, other)
        && first != null
        && second != null
        && first.owner().equals(second.owner())
        && history.subject(one) == history.subject(other);
  }

  private static Variable variable(History history, Event event) {
    return Access.of(history, event).orElseThrow().variable();
  }

  /** Returns how a writer stands between two reads of which {@code fresh} saw it. */
  private static Optional<Halves> halves(History history, Event fresh, Event old) {
    Variable freshVariable = variable(history, fresh);
    Variable oldVariable = variable(history, old);
    Event wrote = null;
    for (Event event : history.events().subList(0, fresh.step() - 1)) {
      wrote = writes(history, event, freshVariable) ? event : wrote;
    }
    if (wrote == null || wrote.thread() == fresh.thread() || !changes(wrote)) {
      return Optional.empty();
    }
    Event partner = partner(history, wrote, oldVariable);
    if (partner != null) {
      return partner.step() > old.step() && untouched(history, old, partner)
          ? Optional.of(new Halves(fresh, wrote, old, partner.place()))
          : Optional.empty();
    }
    Place place = stillToCome(history, wrote, old);
    return place == null || !untouched(history, old, wrote)
        ? Optional.empty()
        : Optional.of(new Halves(fresh, wrote, old, place));
  }

  private static boolean writes(History history, Event event, Variable variable) {
    return event.operation() instanceof Operation.Write
        && variable(history, event).equals(variable);
  }

  private static boolean changes(Event event) {
    return event.operation() instanceof Operation.Write(String _, String before, String value)
        && !before.equals(value);
  }

  /** Returns the write nearest to {@code one} of the other field in the same method. */
  private static @Nullable Event partner(History history, Event one, Variable variable) {
    Event nearest = null;
    for (Event event : history.of(one.thread())) {
      if (writes(history, event, variable)
          && changes(event)
          && History.inOneMethod(event, one)
          && (nearest == null || distance(event, one) < distance(nearest, one))) {
        nearest = event;
      }
    }
    return nearest;
  }

  private static int distance(Event one, Event other) {
    return Math.abs(one.step() - other.step());
  }

  /** Returns where the method that did {@code write} also writes what {@code read} reads. */
  private static @Nullable Place stillToCome(History history, Event write, Event read) {
    Site here = history.site(write);
    Site field = history.site(read);
    if (here == null || field == null) {
      return null;
    }
    for (int i = 0; i < history.sites().size(); i++) {
      Site other = history.sites().get(i);
      if (other.kind() == Site.Kind.WRITE
          && other.name().equals(field.name())
          && other.owner().equals(field.owner())
          && other.type().equals(here.type())
          && other.place().method().equals(here.place().method())
          && other.place().line() >= here.place().line()) {
        return other.place();
      }
    }
    return null;
  }

  /** Whether no write of the variable lies between its read and another event. */
  private static boolean untouched(History history, Event read, Event other) {
    int from = Math.min(read.step(), other.step());
    int to = Math.max(read.step(), other.step());
    Variable variable = variable(history, read);
    return history.events().subList(from, to - 1).stream()
        .noneMatch(event -> writes(history, event, variable));
  }

  private static Explanation explain(History history, Halves found) {
    Event first = found.fresh().step() < found.old().step() ? found.fresh() : found.old();
    Event second = first.equals(found.fresh()) ? found.old() : found.fresh();
    String reader = history.who(first);
    String writer = history.who(found.freshWrite());
    List<String> names =
        List.of(
            Access.of(history, first).orElseThrow().name(),
            Access.of(history, second).orElseThrow().name());
    String both = names.get(0) + " and " + names.get(1);
    int writtenAt = found.freshWrite().place().line();
    String sentence =
        "%s writes %s together (%s), but %s read the new %s and the old %s (%s): halves of two states. Let readers take the lock under which both are written, or publish both in one immutable object."
            .formatted(
                writer,
                both,
                lines(
                    Math.min(writtenAt, found.oldPlace().line()),
                    Math.max(writtenAt, found.oldPlace().line())),
                reader,
                half(history, found.fresh()),
                half(history, found.old()),
                lines(first.place().line(), second.place().line()));
    return new Explanation(
        "torn read of " + both,
        sentence,
        new Cause(
            Cause.Kind.TORN_READ,
            names,
            List.of(first.step(), second.step(), found.freshWrite().step()).stream()
                .sorted()
                .toList(),
            Optional.of(
                new Cause.Mark(
                    found.fresh().step(),
                    found.freshWrite().step(),
                    "half of " + writer + "'s change",
                    first.equals(found.old()) ? first.step() : 0,
                    "has the old " + half(history, found.old())))));
  }

  private static String lines(int one, int other) {
    return one == other ? "line " + one : "lines " + one + " and " + other;
  }

  private static String half(History history, Event read) {
    Access access = Access.of(history, read).orElseThrow();
    return access.name().substring(access.name().lastIndexOf('.') + 1)
        + " ("
        + access.value()
        + ")";
  }
}
