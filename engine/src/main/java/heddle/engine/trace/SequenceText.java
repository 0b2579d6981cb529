package heddle.engine.trace;

import heddle.engine.trace.SequenceDiagram.Arrow;
import heddle.engine.trace.SequenceDiagram.Line;
import heddle.engine.trace.SequenceDiagram.Look;
import heddle.engine.trace.SequenceDiagram.Participant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws the messages with box characters, to fit a width: a lifeline for each participant, an arrow
 * on one line where nothing happens in between, else where it leaves and where it arrives.
 *
 * <p>Where the lifelines would stand too close, one line a message names both ends instead.
 */
final class SequenceText {
  private static final int STEP_COLUMNS = 6;
  private static final int GAP_MIN = 18;
  private static final int GAP_MAX = 40;
  private static final int NOTE_COLUMNS_MAX = 24;

  private final SequenceDiagram diagram;
  private final Ink ink;
  private final int width;
  private final int gap;

  private SequenceText(SequenceDiagram diagram, Ink ink, int width) {
    this.diagram = diagram;
    this.ink = ink;
    this.width = width;
    int participants = diagram.participants().size();
    int tail = participants == 0 ? 0 : Printable.width(header(diagram.participants().getLast()));
    for (Arrow arrow : diagram.arrows()) {
      tail = Math.max(tail, Math.min(Printable.width(arrow.note()) + 3, NOTE_COLUMNS_MAX));
    }
    gap =
        participants < 2
            ? 0
            : Math.min(GAP_MAX, (width - STEP_COLUMNS - tail) / (participants - 1));
  }

  /** Returns the lines of the diagram, each at most {@code width} columns wide. */
  static List<String> draw(SequenceDiagram diagram, Ink ink, int width) {
    if (diagram.isEmpty()) {
      return List.of();
    }
    SequenceText drawing = new SequenceText(diagram, ink, width);
    return drawing.gap >= GAP_MIN ? drawing.asDiagram() : drawing.asList();
  }

  private static String header(Participant participant) {
    return participant.letter() + " " + participant.name();
  }

  private List<String> asDiagram() {
    List<String> drawn = new ArrayList<>();
    drawn.add(headerLine());
    for (int i = 0; i < diagram.lines().size(); i++) {
      int line = i;
      List<Arrow> leaving = arrows(arrow -> arrow.fromLine() == line);
      List<Arrow> arriving = arrows(arrow -> arrow.toLine() == line && arrow.fromLine() != line);
      drawn.add(
          stepText(diagram.lines().get(i))
              + (leaving.isEmpty() ? arrival(arriving) : departure(leaving.getFirst())));
    }
    return drawn.stream().map(String::stripTrailing).toList();
  }

  private List<Arrow> arrows(java.util.function.Predicate<Arrow> wanted) {
    return diagram.arrows().stream().filter(wanted).toList();
  }

  private String headerLine() {
    StringBuilder line = new StringBuilder(Printable.pad("step", STEP_COLUMNS));
    List<Participant> participants = diagram.participants();
    for (int i = 0; i < participants.size(); i++) {
      Participant participant = participants.get(i);
      int room = i < participants.size() - 1 ? gap - 1 : width - STEP_COLUMNS - gap * i;
      String name = Printable.cut(participant.name(), room - participant.letter().length() - 1);
      String text = participant.letter() + " " + name;
      line.append(ink.badge(participant.colour(), participant.letter()))
          .append(' ')
          .append(ink.strong(name));
      if (i < participants.size() - 1) {
        line.append(" ".repeat(Math.max(0, gap - Printable.width(text))));
      }
    }
    return line.toString();
  }

  private String stepText(Line line) {
    return Printable.pad(line.number() > 0 ? " " + line.number() : "", STEP_COLUMNS);
  }

  /** What leaves a participant: the whole arrow, or its beginning. */
  private String departure(Arrow arrow) {
    boolean straight = arrow.toLine() == arrow.fromLine();
    String end =
        switch (arrow.look()) {
          case CROSSED -> "✖ ";
          case UNREAD -> "╌ ";
          default -> straight ? "" : "╌╌ ";
        };
    String note = straight || arrow.toLine() < 0 ? arrow.note() : "";
    return line(arrow, "", arrow.whole(), end, straight, note);
  }

  private String arrival(List<Arrow> arriving) {
    Arrow arrow = arriving.getFirst();
    String label = arriving.stream().map(Arrow::label).collect(Collectors.joining(" + "));
    return line(arrow, " ╌╌", label, "", true, arrow.note());
  }

  /**
   * Draws lifelines and one arrow.
   *
   * @param begin what stands at the sender's end instead of a line
   * @param end what stands at the receiver's end instead of a line
   * @param tip whether it has a tip there
   */
  private String line(
      Arrow arrow, String begin, String label, String end, boolean tip, String note) {
    int last = diagram.participants().size() - 1;
    int left = Math.min(arrow.from(), arrow.to());
    int right = Math.max(arrow.from(), arrow.to());
    boolean toRight = arrow.to() > arrow.from();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < left; i++) {
      line.append(ink.dim("│")).append(" ".repeat(gap - 1));
    }
    if (left == right) {
      String text = "⟲ " + label;
      int room = left == last ? NOTE_COLUMNS_MAX : gap - 2;
      line.append(ink.dim("│")).append(Printable.pad(Printable.cut(text, room), gap - 1));
      right = left + 1;
      if (left == last) {
        return line.toString();
      }
    } else {
      boolean fromHere = begin.isEmpty();
      line.append(ink.dim(toRight && fromHere ? "├" : "│"));
      line.append(inked(arrow, body(arrow, begin, label, end, tip, gap * (right - left) - 1)));
      line.append(ink.dim(!toRight && fromHere ? "┤" : "│"));
      if (right < last) {
        line.append(" ".repeat(gap - 1));
      }
      right++;
    }
    for (int i = right; i <= last; i++) {
      line.append(ink.dim("│")).append(i < last ? " ".repeat(gap - 1) : "");
    }
    int free = width - STEP_COLUMNS - gap * last - 3;
    return note.isEmpty() ? line.toString() : line + "  " + inked(arrow, Printable.cut(note, free));
  }

  /** Draws what stands between two lifelines, {@code columns} wide. */
  private static String body(
      Arrow arrow, String begin, String label, String end, boolean tip, int columns) {
    boolean toRight = arrow.to() > arrow.from();
    String dash = arrow.look() == Look.CONTROL ? "┄" : arrow.look() == Look.LATE ? "╌" : "─";
    int fixed = Printable.width(begin) + Printable.width(end) + (tip ? 1 : 0);
    String text = Printable.cut(label, columns - fixed - 4);
    int dashes = columns - fixed - Printable.width(text);
    String before = dash.repeat(Math.max(2, dashes / 2));
    String after = dash.repeat(Math.max(0, dashes - before.length()));
    return toRight
        ? begin + before + text + after + end + (tip ? "▶" : "")
        : (tip ? "◀" : "") + mirror(end) + after + text + before + mirror(begin);
  }

  private static String mirror(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private String inked(Arrow arrow, String text) {
    return switch (arrow.look()) {
      case CROSSED, PART, LATE -> ink.bad(text);
      case CONTROL, UNREAD -> ink.dim(text);
      case PLAIN -> ink.thread(diagram.participants().get(arrow.from()).colour(), text);
    };
  }

  private List<String> asList() {
    List<String> drawn = new ArrayList<>();
    for (Arrow arrow : diagram.arrows()) {
      String mark = arrow.look() == Look.CROSSED ? "✖ " : "";
      List<String> wrapped = Printable.wrap(mark + arrow.sentence(), width - 2);
      for (int i = 0; i < wrapped.size(); i++) {
        drawn.add(i == 0 ? wrapped.get(i) : "  " + wrapped.get(i));
      }
    }
    return drawn;
  }
}
