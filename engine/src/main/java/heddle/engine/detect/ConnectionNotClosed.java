package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation.Transfer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A thread that waits for bytes of a connection whose other end is open, and whose threads send no
 * more: they have ended, or wait for the end of this one.
 *
 * <p>When the thread's last step on it was a read, it waits for more or for the end, which closing
 * the other end would have told. When it was a write, it waits for an answer, without a time-out.
 */
final class ConnectionNotClosed implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    return NetworkReader.all(evidence).stream()
        .filter(reader -> !reader.peerHasEnded() && reader.isAccepted())
        .filter(reader -> !reader.peers().isEmpty())
        .filter(reader ->
            reader.peers().stream()
                .allMatch(peer -> reader.hasEnded(peer) || reader.isWaitedForBy(peer)))
        .flatMap(reader -> reader.last().map(last -> explain(reader, last)).stream())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Explanation> explain(NetworkReader reader, Event last) {
    String who = reader.who();
    String peers =
        reader.peers().stream()
            .map(reader.evidence().history()::thread)
            .collect(Collectors.joining(" and "));
    boolean ended = reader.peers().stream().allMatch(reader::hasEnded);
    String gone = ended ? peers + " ended" : peers + " waits for the end of " + who;
    Transfer what = NetworkReader.transfer(last).what();
    if (what == Transfer.RECEIVED || what == Transfer.SPLIT) {
      return Optional.of(
          new Explanation(
              "connection never closed: %s waits for its end".formatted(who),
              "%s has read all that came from %s (line %d) and waits for more, or for the end of the stream. %s without closing the other end. Close each socket in a try-with-resources statement, or shut its output down."
                  .formatted(who, reader.peer(), last.place().line(), gone),
              cause(Cause.Kind.CONNECTION_NOT_CLOSED, reader, last)));
    }
    if (ended && (what == Transfer.SENT || what == Transfer.SENT_LATE)) {
      return Optional.of(
          new Explanation(
              "no time-out on a dead peer: %s waits for ever".formatted(who),
              "%s sent %s (line %d) and waits for an answer. %s without one, and without closing the connection, as a host that crashes does. Set a time-out with setSoTimeout, and decide what to do when it is over."
                  .formatted(
                      who, NetworkReader.transfer(last).content(), last.place().line(), gone),
              cause(Cause.Kind.NO_TIME_OUT, reader, last)));
    }
    return Optional.empty();
  }

  private static Cause cause(Cause.Kind kind, NetworkReader reader, Event last) {
    return new Cause(kind, List.of(reader.peer()), List.of(last.step()), Optional.empty());
  }
}
