package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation.Transfer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A thread that read the end of a stream and went on with it: for ever, or until the -1 or the null
 * that says so was taken for a length or a text.
 */
final class EndOfStreamIgnored implements Classifier {
  /** What comes of taking -1 for a length or an index, and null for a text. */
  private static final Set<String> TAKEN_FOR_CONTENT =
      Set.of(
          "java.lang.NullPointerException",
          "java.lang.StringIndexOutOfBoundsException",
          "java.lang.ArrayIndexOutOfBoundsException",
          "java.lang.IndexOutOfBoundsException",
          "java.lang.NegativeArraySizeException");

  @Override
  public Optional<Explanation> find(Evidence evidence) {
    return switch (evidence.symptom()) {
      case Finding.StepBound bound ->
          end(evidence, bound.thread())
              .map(end ->
                  explain(
                      end,
                      "end of stream ignored by " + bound.thread(),
                      "%s had read the end of the stream (line %d), and was still busy at %s after %,d steps"
                          .formatted(
                              bound.thread(), end.place().line(), bound.place(), bound.steps())));
      case Finding.Failure failure when TAKEN_FOR_CONTENT.contains(failure.type()) ->
          end(evidence, failure.thread())
              .map(end ->
                  explain(
                      end,
                      "end of stream ignored: " + failure.title(),
                      "%s had read the end of the stream (line %d), and took what the read returned for content"
                          .formatted(failure.thread(), end.place().line())));
      default -> Optional.empty();
    };
  }

  /** Returns the read of an end that was the last a thread did on the network but for closing. */
  private static Optional<Event> end(Evidence evidence, String thread) {
    return NetworkReader.transfers(evidence)
        .filter(event -> evidence.history().who(event).equals(thread))
        .filter(event ->
            switch (NetworkReader.transfer(event).what()) {
              case ENDED, CLOSED, ABORTED -> false;
              default -> true;
            })
        .reduce((_, later) -> later)
        .filter(event -> NetworkReader.transfer(event).what() == Transfer.END_OF_STREAM);
  }

  private static Explanation explain(Event end, String title, String sentence) {
    return new Explanation(
        title,
        sentence
            + ": when the peer has closed, read returns -1 and readLine null, and a loop has to stop.",
        new Cause(
            Cause.Kind.END_OF_STREAM_IGNORED,
            List.of(NetworkReader.transfer(end).from()),
            List.of(end.step()),
            Optional.empty()));
  }
}
