package heddle.engine.trace;

import heddle.engine.trace.Message.Delivery;
import heddle.engine.trace.Message.Fate;
import heddle.engine.trace.Message.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the messages of a trace: finds out which read got what of which write.
 *
 * <p>A connection hands bytes over in order, so the reads of one direction consume its writes one
 * after the other. Datagrams have numbers.
 */
final class MessageList {
  /** A message whose fate is not known yet. */
  private static final class Draft {
    final Kind kind;
    final Event event;
    final Operation.Transfers sent;
    final List<Delivery> deliveries = new ArrayList<>(1);
    int left;
    Fate fate = Fate.OK;

    Draft(Kind kind, Event event, Operation.Transfers sent) {
      this.kind = kind;
      this.event = event;
      this.sent = sent;
      this.left = sent.payload().bytes();
    }

    Draft fate(Fate known) {
      fate = known;
      return this;
    }
  }

  private final List<Draft> drafts = new ArrayList<>();

  /** What was written and not read yet, by the direction. */
  private final Map<String, Deque<Draft>> flows = new HashMap<>();

  private final Map<String, Draft> connects = new HashMap<>();
  private final Map<String, Draft> ends = new HashMap<>();
  private final Map<Integer, Draft> datagrams = new HashMap<>();

  /** The highest number of a datagram that has arrived, by its way. */
  private final Map<String, Integer> arrived = new HashMap<>();

  private MessageList() {}

  /** Returns the messages of a trace, in the order in which they were sent. */
  static List<Message> of(List<Event> events) {
    MessageList list = new MessageList();
    for (Event event : events) {
      if (event.operation() instanceof Operation.Transfers transfer) {
        list.add(event, transfer);
      }
    }
    return list.messages();
  }

  private void add(Event event, Operation.Transfers transfer) {
    switch (transfer.what()) {
      case CONNECTED -> {
        flows.remove(way(transfer));
        flows.remove(wayBack(transfer));
        ends.remove(way(transfer));
        ends.remove(wayBack(transfer));
        connects.put(way(transfer), draft(Kind.CONNECT, event, transfer));
      }
      case REFUSED -> draft(Kind.CONNECT, event, transfer).fate(Fate.RESET);
      case ACCEPTED ->
          Optional.ofNullable(connects.remove(way(transfer)))
              .ifPresent(connect -> deliver(connect, event, transfer, 0));
      case SENT, SENT_LATE, HELD, RESET, LOST, UNREACHABLE, DUPLICATED -> sent(event, transfer);
      case RECEIVED, SPLIT -> received(event, transfer);
      case ENDED, CLOSED -> ended(event, transfer);
      case ABORTED -> aborted(event, transfer);
      case PARTITIONED, REPAIRED, CRASHED, RESTARTED -> {} // no messages
      case END_OF_STREAM ->
          Optional.ofNullable(ends.get(way(transfer)))
              .filter(end -> end.deliveries.isEmpty())
              .ifPresent(end -> deliver(end, event, transfer, 0));
    }
  }

  private Draft draft(Kind kind, Event event, Operation.Transfers transfer) {
    Draft draft = new Draft(kind, event, transfer);
    drafts.add(draft);
    return draft;
  }

  private static void deliver(Draft draft, Event event, Operation.Transfers read, int bytes) {
    draft.deliveries.add(new Delivery(event.step(), event.thread(), bytes, read.payload()));
  }

  private void sent(Event event, Operation.Transfers transfer) {
    boolean datagram = transfer.datagram() > 0;
    Draft draft = draft(datagram ? Kind.DATAGRAM : Kind.BYTES, event, transfer);
    switch (transfer.what()) {
      case RESET -> draft.fate(Fate.RESET);
      case LOST, UNREACHABLE -> draft.fate(Fate.LOST);
      case DUPLICATED -> draft.fate(Fate.DUPLICATED);
      default -> {}
    }
    if (datagram) {
      datagrams.put(transfer.datagram(), draft);
    } else if (draft.fate == Fate.OK) {
      flows.computeIfAbsent(way(transfer), _ -> new ArrayDeque<>()).add(draft);
    }
  }

  private void received(Event event, Operation.Transfers read) {
    if (read.datagram() > 0) {
      receivedDatagram(event, read);
      return;
    }
    Deque<Draft> waiting = flows.getOrDefault(way(read), new ArrayDeque<>());
    int left = read.payload().bytes();
    boolean joined = !waiting.isEmpty() && waiting.element().left < left;
    while (left > 0 && !waiting.isEmpty()) {
      Draft draft = waiting.element();
      int bytes = Math.min(left, draft.left);
      deliver(draft, event, read, bytes);
      draft.left -= bytes;
      left -= bytes;
      if (draft.left > 0 && read.what() == Operation.Transfer.SPLIT) {
        draft.fate(Fate.SPLIT);
      } else if (joined && draft.fate == Fate.OK) {
        draft.fate(Fate.JOINED);
      }
      if (draft.left == 0) {
        waiting.remove();
      }
    }
  }

  private void receivedDatagram(Event event, Operation.Transfers read) {
    Draft draft = datagrams.get(read.datagram());
    if (draft == null) {
      return;
    }
    String way = draft.sent.from() + " " + draft.sent.to();
    int latest = arrived.merge(way, read.datagram(), Math::max);
    if (latest > read.datagram() && draft.deliveries.isEmpty() && draft.fate == Fate.OK) {
      draft.fate(Fate.REORDERED);
    }
    deliver(draft, event, read, read.payload().bytes());
  }

  private void ended(Event event, Operation.Transfers transfer) {
    Draft back = ends.get(wayBack(transfer));
    boolean peerHasClosed = back != null && back.sent.what() == Operation.Transfer.CLOSED;
    // Who closes second tells nobody anything.
    if (!ends.containsKey(way(transfer)) && !peerHasClosed) {
      ends.put(way(transfer), draft(Kind.END, event, transfer));
    }
  }

  /** What the one who closes has not read is what the connection is reset for. */
  private void aborted(Event event, Operation.Transfers transfer) {
    draft(Kind.END, event, transfer).fate(Fate.RESET);
    Deque<Draft> unread = flows.remove(wayBack(transfer));
    if (unread != null) {
      unread.stream()
          .filter(draft -> draft.deliveries.isEmpty())
          .forEach(draft -> draft.fate(Fate.RESET));
    }
  }

  private static String way(Operation.Transfers transfer) {
    return transfer.from() + " " + transfer.to();
  }

  private static String wayBack(Operation.Transfers transfer) {
    return transfer.to() + " " + transfer.from();
  }

  private List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (Draft draft : drafts) {
      messages.add(
          new Message(
              messages.size() + 1,
              draft.kind,
              draft.sent.from(),
              draft.sent.to(),
              draft.event.thread(),
              draft.event.step(),
              draft.sent.payload(),
              draft.deliveries,
              draft.fate,
              draft.sent.what() == Operation.Transfer.SENT_LATE
                  || draft.sent.what() == Operation.Transfer.HELD));
    }
    return messages;
  }
}
