package heddle.engine.trace;

import heddle.engine.trace.Lanes.Shape;
import heddle.engine.trace.SequenceDiagram.Arrow;
import heddle.engine.trace.SequenceDiagram.Look;
import heddle.engine.trace.SequenceDiagram.Participant;
import java.util.Locale;

/**
 * Draws the messages as SVG: lifelines down, slanted arrows where something happens between sending
 * and reading, a cross where a message never arrives; and the same as a list.
 */
final class SequenceSvg {
  private static final int GAP = 230;

  /** Between two participants alone there is more room. */
  private static final int GAP_OF_TWO = 290;

  private static final int MARGIN = 56;

  /** Room on the right for a name or a note beside the last lifeline. */
  private static final int TAIL_MIN = 110;

  private static final int NOTE_CHARACTER = 7;
  private static final int HEAD = 44;
  private static final int LINE = 40;
  private static final int NAME_COLUMNS = 20;
  private static final int LABEL_COLUMNS = 26;

  /** How far an arrow goes that nobody receives, as a part of the way. */
  private static final double UNFINISHED = 0.6;

  private final SequenceDiagram diagram;
  private final Markup out;
  private final int gap;

  private SequenceSvg(Markup out, SequenceDiagram diagram) {
    this.out = out;
    this.diagram = diagram;
    gap = diagram.participants().size() == 2 ? GAP_OF_TWO : GAP;
  }

  /** Adds a panel with the diagram. */
  static void add(Markup out, SequenceDiagram diagram) {
    new SequenceSvg(out, diagram).panel();
  }

  private void panel() {
    out.tag("<section class=\"panel\"><h2>Messages</h2>");
    out.tag("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Messages\">");
    drawing();
    out.tag("</div>\n<details><summary>As a list</summary><ol class=\"messages\">");
    for (Arrow arrow : diagram.arrows()) {
      out.tag("<li>").text(arrow.sentence()).tag("</li>");
    }
    out.tag("</ol></details>");
    if (diagram.hidden() > 0) {
      out.tag("<p class=\"legend\">" + diagram.hidden() + " other messages are not shown.</p>");
    }
    out.tag("</section>\n");
  }

  private void drawing() {
    int participants = diagram.participants().size();
    int width = x(participants - 1) + tail();
    int height = HEAD + LINE * diagram.lines().size() + 16;
    out.tag(
        "<svg class=\"sequence\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\" aria-label=\"Who sent what to whom; the list below says the same\">"
            .formatted(width, height));
    out.tag("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" ");
    out.tag(
        "markerWidth=\"14\" markerHeight=\"14\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 8 4 0 8Z\"/>");
    out.tag("</marker></defs>\n");
    for (int i = 0; i < participants; i++) {
      lifeline(diagram.participants().get(i), x(i), height);
    }
    for (int i = 0; i < diagram.lines().size(); i++) {
      if (diagram.lines().get(i).number() > 0) {
        out.tag(
            "<text class=\"step\" x=\"6\" y=\"%d\">%d</text>"
                .formatted(y(i) + 4, diagram.lines().get(i).number()));
      }
    }
    diagram.arrows().forEach(arrow -> arrow(arrow, false));
    diagram.arrows().forEach(arrow -> arrow(arrow, true)); // over all lines
    out.tag("</svg>");
  }

  private int tail() {
    int tail = TAIL_MIN;
    for (Arrow arrow : diagram.arrows()) {
      tail = Math.max(tail, 24 + NOTE_CHARACTER * Printable.width(arrow.note()));
    }
    return tail;
  }

  private int x(int participant) {
    return MARGIN + gap * participant;
  }

  private static int y(int line) {
    return HEAD + LINE * line + LINE / 2;
  }

  private void lifeline(Participant participant, int x, int height) {
    String colour = LanesHtml.colour(participant.colour());
    out.tag("<path class=\"life\" d=\"M%d %d V%d\"/>".formatted(x, HEAD - 6, height));
    out.tag("<g class=\"badge %s\" transform=\"translate(%d 10)\">".formatted(colour, x - 12));
    out.tag(LanesHtml.outline(participant.shape()));
    int base = participant.shape() == Shape.TRIANGLE ? 19 : 17;
    out.tag("<text x=\"12\" y=\"%d\">".formatted(base)).text(participant.letter());
    out.tag("</text></g><text class=\"name\" x=\"%d\" y=\"27\">".formatted(x + 18));
    out.text(Printable.cut(participant.name(), NAME_COLUMNS)).tag("</text>\n");
  }

  /** Adds the line of an arrow, or its words. */
  private void arrow(Arrow arrow, boolean words) {
    double x1 = x(arrow.from());
    double y1 = y(arrow.fromLine());
    boolean arrives = arrow.toLine() >= 0;
    double x2 = arrives ? x(arrow.to()) : x1 + (x(arrow.to()) - x1) * UNFINISHED;
    double y2 = arrives ? y(arrow.toLine()) : y1;
    out.tag("<g class=\"message ").tag(arrow.look().name().toLowerCase(Locale.ROOT));
    out.tag(" ").tag(LanesHtml.colour(diagram.participants().get(arrow.from()).colour()));
    out.tag(
        "\" data-sent=\"%d\" data-delivered=\"%d\">".formatted(arrow.sent(), arrow.delivered()));
    if (arrow.from() == arrow.to()) {
      loop(arrow, words, x1, y1, y2);
    } else if (words) {
      words(arrow, x1, y1, x2, y2);
    } else {
      line(arrow, arrives, x1, y1, x2, y2);
    }
    out.tag("</g>\n");
  }

  private void line(Arrow arrow, boolean arrives, double x1, double y1, double x2, double y2) {
    draw("line", arrives, "M" + px(x1) + " " + px(y1) + " L" + px(x2) + " " + px(y2));
    if (arrow.look() == Look.CROSSED) {
      draw("cross", false, "M" + px(x2 - 6) + " " + px(y2 - 6) + " l12 12 m0 -12 l-12 12");
    }
  }

  /** Arrows that cross do so in the middle: each label stands nearer to where it arrives. */
  private void words(Arrow arrow, double x1, double y1, double x2, double y2) {
    double part = y1 == y2 ? 0.5 : 0.76;
    double x = x1 + (x2 - x1) * part;
    double y = y1 + (y2 - y1) * part - 6;
    text("label", "middle", x, y, Printable.cut(arrow.label(), LABEL_COLUMNS));
    int right = Math.max(arrow.from(), arrow.to());
    if (!arrow.note().isEmpty() && right == diagram.participants().size() - 1) {
      text("note", "start", x(right) + 10, y2 + 4, arrow.note());
    } else if (!arrow.note().isEmpty()) {
      text("note", "middle", x, y + 20, arrow.note());
    }
  }

  /** A message from a participant to itself. */
  private void loop(Arrow arrow, boolean words, double x, double y1, double y2) {
    if (words) {
      text("label", "start", x + 42, y1 + 4, Printable.cut(arrow.label(), LABEL_COLUMNS));
      if (!arrow.note().isEmpty()) {
        text("note", "start", x + 42, y1 + 21, arrow.note());
      }
    } else {
      double end = y2 > y1 ? y2 : y1 + 14;
      draw("line", true, "M" + px(x) + " " + px(y1 - 6) + " h34 V" + px(end) + " h-30");
    }
  }

  private void draw(String kind, boolean tip, String path) {
    out.tag("<path class=\"").tag(kind).tag(tip ? "\" marker-end=\"url(#arrow)\" d=\"" : "\" d=\"");
    out.tag(path).tag("\"/>");
  }

  /** Returns a coordinate, to the pixel. */
  private static String px(double coordinate) {
    return Long.toString(Math.round(coordinate));
  }

  private void text(String kind, String anchor, double x, double y, String text) {
    out.tag("<text class=\"").tag(kind).tag("\" text-anchor=\"").tag(anchor);
    out.tag("\" x=\"").tag(px(x)).tag("\" y=\"").tag(px(y)).tag("\">").text(text).tag("</text>");
  }
}
