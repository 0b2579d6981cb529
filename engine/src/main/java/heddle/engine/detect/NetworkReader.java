package heddle.engine.detect;

import heddle.engine.schedule.NetworkWait;
import heddle.engine.schedule.Task;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Operation.Transfer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A thread that waits for bytes of a connection when an execution is stuck.
 *
 * @param task the thread
 * @param own the address of its end
 * @param peer the address of the other end
 */
record NetworkReader(Evidence evidence, Task task, String own, String peer) {
  private static final String BYTES_FROM = "bytes from ";

  /** Returns the threads that wait for bytes and have passed something over that connection. */
  static List<NetworkReader> all(Evidence evidence) {
    List<NetworkReader> readers = new ArrayList<>();
    for (Task task : evidence.graph().live()) {
      NetworkWait polls = task.polls();
      if (polls != null && polls.what().startsWith(BYTES_FROM)) {
        String peer = polls.what().substring(BYTES_FROM.length());
        transfers(evidence)
            .filter(event -> event.thread() == task.id())
            .map(NetworkReader::transfer)
            .filter(each -> each.from().equals(peer) || each.to().equals(peer))
            .reduce((_, later) -> later)
            .map(each -> each.from().equals(peer) ? each.to() : each.from())
            .ifPresent(own -> readers.add(new NetworkReader(evidence, task, own, peer)));
      }
    }
    return readers;
  }

  static java.util.stream.Stream<Event> transfers(Evidence evidence) {
    return evidence.history().events().stream()
        .filter(event -> event.operation() instanceof Operation.Transfers);
  }

  static Operation.Transfers transfer(Event event) {
    return (Operation.Transfers) event.operation();
  }

  /** Returns the name of the thread. */
  String who() {
    return evidence.history().thread(task.id());
  }

  /** Returns what passed over the connection, in order. */
  List<Event> events() {
    return transfers(evidence)
        .filter(event -> {
          Operation.Transfers each = transfer(event);
          return (each.from().equals(own) && each.to().equals(peer))
              || (each.from().equals(peer) && each.to().equals(own));
        })
        .toList();
  }

  /** Returns the last that the thread itself passed over the connection. */
  Optional<Event> last() {
    return events().stream()
        .filter(event -> event.thread() == task.id())
        .reduce((_, later) -> later);
  }

  /** Returns whether the other end was closed, or its output ended. */
  boolean peerHasEnded() {
    return events().stream()
        .map(NetworkReader::transfer)
        .filter(each -> each.from().equals(peer))
        .anyMatch(each ->
            switch (each.what()) {
              case CLOSED, ABORTED, ENDED -> true;
              default -> false;
            });
  }

  /** Returns the threads that ever used the other end, in the order in which they first did. */
  Set<Integer> peers() {
    Set<Integer> threads = new LinkedHashSet<>();
    for (Event event : events()) {
      Operation.Transfers each = transfer(event);
      boolean receives =
          switch (each.what()) {
            case ACCEPTED, RECEIVED, SPLIT, END_OF_STREAM -> true;
            default -> false;
          };
      if ((receives ? each.to() : each.from()).equals(peer)) {
        threads.add(event.thread());
      }
    }
    return threads;
  }

  /** Returns whether a thread has ended. */
  boolean hasEnded(int thread) {
    return evidence.graph().task(thread).state() == Task.State.TERMINATED;
  }

  /** Returns whether a thread waits for this one's end, or for one that does. */
  boolean isWaitedForBy(int thread) {
    Task waiter = evidence.graph().task(thread);
    for (int i = 0; i < evidence.graph().live().size() && waiter != null; i++) {
      waiter = evidence.graph().blocker(waiter);
      if (task.equals(waiter)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the thread that listens had taken the connection. */
  boolean isAccepted() {
    return events().stream()
        .map(NetworkReader::transfer)
        .anyMatch(e -> e.what() == Transfer.ACCEPTED);
  }
}
