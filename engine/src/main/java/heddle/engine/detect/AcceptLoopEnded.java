package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.trace.Event;
import heddle.engine.trace.Message;
import heddle.engine.trace.Operation.Transfer;
import heddle.engine.trace.Trace;
import java.util.List;
import java.util.Optional;

/**
 * A client whose connection nobody takes, because the thread that took others has ended.
 *
 * <p>Certain when that thread died, or has ended and a client waits for bytes for ever.
 */
final class AcceptLoopEnded implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    for (Message connect : evidence.history().trace().messages()) {
      if (connect.kind() == Message.Kind.CONNECT
          && connect.fate() == Message.Fate.OK
          && connect.deliveries().isEmpty()) {
        Optional<Event> taken =
            NetworkReader.transfers(evidence)
                .filter(event -> NetworkReader.transfer(event).what() == Transfer.ACCEPTED)
                .filter(event -> NetworkReader.transfer(event).to().equals(connect.to()))
                .reduce((_, later) -> later)
                .filter(event -> hasEnded(evidence, event.thread(), connect));
        if (taken.isPresent()) {
          return taken.map(event -> explain(evidence, event, connect));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean hasEnded(Evidence evidence, int thread, Message connect) {
    return switch (evidence.symptom()) {
      case Finding.Failure failure -> failure.thread().equals(evidence.history().thread(thread));
      case Finding.Deadlock _ ->
          NetworkReader.all(evidence).stream()
              .anyMatch(reader ->
                  reader.hasEnded(thread)
                      && reader.own().equals(connect.from())
                      && reader.peer().equals(connect.to()));
      default -> false;
    };
  }

  private static Explanation explain(Evidence evidence, Event taken, Message connect) {
    Trace trace = evidence.history().trace();
    String server = evidence.history().who(taken);
    String client = trace.threads().get(connect.sender()).name();
    String how =
        evidence.symptom() instanceof Finding.Failure failure
            ? "died of " + failure.type().substring(failure.type().lastIndexOf('.') + 1)
            : "ended";
    return new Explanation(
        "one bad client ends the server: %s %s".formatted(server, how),
        "%s, which takes the connections (line %d), %s while it served the client at %s. The connection of %s is never taken. Catch what goes wrong with one client where it is served, and go on accepting."
            .formatted(
                server, taken.place().line(), how, NetworkReader.transfer(taken).from(), client),
        new Cause(
            Cause.Kind.ACCEPT_LOOP_ENDED,
            List.of(connect.to()),
            List.of(Math.min(taken.step(), connect.sent()), Math.max(taken.step(), connect.sent())),
            Optional.empty()));
  }
}
