package heddle.engine.trace;

import heddle.engine.trace.Lanes.Shape;
import heddle.engine.trace.Message.Delivery;
import heddle.engine.trace.Message.Fate;
import heddle.engine.trace.Message.Kind;
import heddle.engine.trace.SequenceDiagram.Arrow;
import heddle.engine.trace.SequenceDiagram.Line;
import heddle.engine.trace.SequenceDiagram.Look;
import heddle.engine.trace.SequenceDiagram.Participant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Lays the messages of a trace out as lifelines, lines and arrows. */
final class SequenceBuilder {
  private static final int LABEL_COLUMNS = 32;

  private final Trace trace;
  private final Lanes lanes;
  private final Wording wording;
  private final List<Message> shown;
  private final int hidden;

  /** The thread that used an address last. */
  private final Map<String, Integer> users = new HashMap<>();

  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final List<Participant> participants = new ArrayList<>();

  /** What happens at a step: how many arrows begin or end there. */
  private final NavigableMap<Integer, Integer> moments = new TreeMap<>();

  private final Map<Integer, Integer> lineOf = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private int strangers;

  SequenceBuilder(Trace trace, Lanes lanes, int most) {
    this.trace = trace;
    this.lanes = lanes;
    wording = new Wording(trace);
    List<Message> drawable = trace.messages().stream().filter(SequenceBuilder::isDrawable).toList();
    shown = choose(drawable, most);
    hidden = drawable.size() - shown.size();
  }

  /** That one end was closed tells nothing to one who never looks. */
  private static boolean isDrawable(Message message) {
    return message.kind() != Kind.END
        || message.fate() != Fate.OK
        || !message.deliveries().isEmpty();
  }

  /** Returns those that something happened to, and of the others the latest. */
  private static List<Message> choose(List<Message> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<Message> telling = new ArrayList<>(all.stream().filter(SequenceBuilder::tells).toList());
    if (telling.size() > most) {
      return telling.subList(telling.size() - most, telling.size());
    }
    for (int i = all.size() - 1; i >= 0 && telling.size() < most; i--) {
      if (!tells(all.get(i))) {
        telling.add(all.get(i));
      }
    }
    return all.stream().filter(telling::contains).toList();
  }

  private static boolean tells(Message message) {
    return message.fate() != Fate.OK || message.late();
  }

  SequenceDiagram build() {
    noteUsers();
    noteParticipants();
    for (Message message : shown) {
      moments.merge(message.sent(), 1, Integer::sum);
      arrivals(message).forEach(read -> moments.merge(read.step(), 1, Integer::sum));
    }
    makeLines();
    shown.forEach(this::addArrows);
    return new SequenceDiagram(participants, lines, arrows, hidden);
  }

  private void noteUsers() {
    for (Event event : trace.events()) {
      if (event.operation() instanceof Operation.Transfers transfer) {
        boolean receives =
            switch (transfer.what()) {
              case ACCEPTED, RECEIVED, SPLIT, END_OF_STREAM -> true;
              default -> false;
            };
        users.put(receives ? transfer.to() : transfer.from(), event.thread());
      }
    }
  }

  /** In the order of the threads, main first, as the lanes have them; strangers last. */
  private void noteParticipants() {
    NavigableMap<Integer, Boolean> threads = new TreeMap<>();
    List<String> addresses = new ArrayList<>();
    for (Message message : shown) {
      threads.put(message.sender(), true);
      message.deliveries().forEach(read -> threads.put(read.thread(), true));
      Integer user = users.get(message.to());
      if (user != null) {
        threads.put(user, true);
      } else if (!addresses.contains(message.to())) {
        addresses.add(message.to());
      }
    }
    threads.keySet().forEach(this::addParticipant);
    for (String address : addresses) {
      positions.put(address, participants.size());
      participants.add(new Participant(address, "?", Shape.SQUARE, -1));
    }
  }

  private void addParticipant(int thread) {
    String key = key(thread);
    if (positions.putIfAbsent(key, participants.size()) != null) {
      return;
    }
    int column = lanes.columnOf(thread);
    if (column >= 0) {
      Lanes.Column known = lanes.columns().get(column);
      participants.add(new Participant(key, known.letter(), known.shape(), lanes.colourOf(column)));
    } else {
      boolean main = !lanes.columns().isEmpty() && lanes.columns().getFirst().isMain();
      int position = lanes.columns().size() - (main ? 1 : 0) + strangers++;
      participants.add(
          new Participant(
              key, LaneBuilder.letter(position), LaneBuilder.shape(position), position));
    }
  }

  /** Returns the host of a thread that is named {@code host/thread}, else the thread's name. */
  private String key(int thread) {
    String name = wording.thread(thread);
    int slash = name.indexOf('/');
    return slash > 0 ? name.substring(0, slash) : name;
  }

  private int participant(int thread) {
    return positions.getOrDefault(key(thread), 0);
  }

  private int receiver(Message message) {
    Integer user = users.get(message.to());
    return user == null ? positions.getOrDefault(message.to(), 0) : participant(user);
  }

  /** Returns the reads of a message; several in a row that nothing happened between are one. */
  private List<Delivery> arrivals(Message message) {
    List<Delivery> reads = message.deliveries();
    return message.fate() == Fate.OK && reads.size() > 1 ? List.of(reads.getFirst()) : reads;
  }

  /** A message that is read before anything else happens has both its ends on one line. */
  private void makeLines() {
    Map<Integer, Integer> straight = new HashMap<>();
    for (Message message : shown) {
      List<Delivery> reads = arrivals(message);
      Integer next = moments.higherKey(message.sent());
      if (reads.size() == 1
          && next != null
          && next == reads.getFirst().step()
          && moments.getOrDefault(next, 0) == 1
          && message.fate() != Fate.SPLIT
          && participant(message.sender()) != participant(reads.getFirst().thread())) {
        straight.put(next, message.sent());
      }
    }
    for (int step : moments.keySet()) {
      Integer sent = straight.get(step);
      if (sent != null) {
        lineOf.put(step, lineOf.getOrDefault(sent, 0));
      } else {
        lineOf.put(step, lines.size());
        lines.add(new Line(step, number(step)));
      }
    }
  }

  private int number(int step) {
    return lanes.steps().stream()
        .filter(row -> row.step() == step)
        .map(Lanes.Row.Step::number)
        .findFirst()
        .orElse(0);
  }

  private void addArrows(Message message) {
    List<Delivery> reads = arrivals(message);
    if (reads.isEmpty()) {
      Look look = message.fate() == Fate.OK ? Look.UNREAD : Look.CROSSED;
      addArrow(message, receiver(message), 0, label(message), missing(message), look);
      return;
    }
    for (int i = 0; i < reads.size(); i++) {
      Delivery read = reads.get(i);
      addArrow(
          message,
          participant(read.thread()),
          read.step(),
          message.fate() == Fate.SPLIT ? read.got().excerpt() : label(message),
          note(message, read, i),
          look(message));
    }
  }

  private void addArrow(
      Message message, int to, int delivered, String label, String note, Look look) {
    int from = participant(message.sender());
    arrows.add(
        new Arrow(
            message.number(),
            from,
            lineOf.getOrDefault(message.sent(), 0),
            to,
            delivered == 0 ? -1 : lineOf.getOrDefault(delivered, 0),
            message.sent(),
            delivered,
            Printable.cut(Printable.line(label(message)), LABEL_COLUMNS),
            Printable.cut(Printable.line(label), LABEL_COLUMNS),
            note,
            look,
            sentence(message, from, to, delivered, label, note)));
  }

  private static String label(Message message) {
    return switch (message.kind()) {
      case CONNECT -> "connect";
      case END -> message.fate() == Fate.RESET ? "reset" : "end of stream";
      case BYTES, DATAGRAM -> message.payload().excerpt();
    };
  }

  private static Look look(Message message) {
    if (message.late() || message.fate() == Fate.REORDERED) {
      return Look.LATE;
    }
    return switch (message.kind()) {
      case CONNECT, END -> Look.CONTROL;
      case BYTES, DATAGRAM -> message.fate() == Fate.OK ? Look.PLAIN : Look.PART;
    };
  }

  private static String missing(Message message) {
    return switch (message.fate()) {
      case RESET ->
          switch (message.kind()) {
            case CONNECT -> "refused";
            case END -> "closed with bytes unread";
            case BYTES, DATAGRAM -> "reset";
          };
      case LOST -> "lost";
      default -> message.kind() == Kind.CONNECT ? "not accepted" : notRead(message);
    };
  }

  private static String notRead(Message message) {
    return message.late() ? "late, not read" : "not read";
  }

  private static String note(Message message, Delivery read, int index) {
    String late = message.late() ? "late" : "";
    String what =
        switch (message.fate()) {
          case SPLIT -> read.bytes() + " of " + Payload.count(message.payload().bytes());
          case JOINED -> "joined in one read";
          case DUPLICATED -> index == 0 ? "first copy" : "second copy";
          case REORDERED -> "overtaken";
          case RESET -> message.kind() == Kind.CONNECT ? "refused" : "reset";
          case LOST -> "lost";
          case OK -> several(message);
        };
    return late.isEmpty() || what.equals("overtaken")
        ? what
        : what.isEmpty() ? late : late + ", " + what;
  }

  private static String several(Message message) {
    int reads = message.deliveries().size();
    int bytes = message.deliveries().stream().mapToInt(Delivery::bytes).sum();
    boolean all = bytes == message.payload().bytes() || message.kind() == Kind.DATAGRAM;
    String rest = all ? "" : bytes + " of " + Payload.count(message.payload().bytes()) + " read";
    return reads < 2 ? rest : all ? "in " + reads + " reads" : rest;
  }

  private String sentence(
      Message message, int from, int to, int delivered, String label, String note) {
    String what =
        switch (message.kind()) {
          case CONNECT -> "asks for a connection to";
          case END ->
              message.fate() == Fate.RESET ? "resets the connection to" : "ends the stream to";
          case BYTES, DATAGRAM -> "sends " + Printable.line(label) + " to";
        };
    String read = delivered == 0 ? "" : message.kind() == Kind.CONNECT ? ", accepted" : ", read";
    return "%s%s %s %s%s%s%s."
        .formatted(
            number(message.sent()) > 0 ? "Step " + number(message.sent()) + ": " : "",
            participants.get(from).name(),
            what,
            participants.get(to).name(),
            read,
            number(delivered) > 0 ? " at step " + number(delivered) : "",
            note.isEmpty() ? "" : " (" + note + ")");
  }
}
