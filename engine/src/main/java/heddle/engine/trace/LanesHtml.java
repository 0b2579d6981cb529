package heddle.engine.trace;

import heddle.engine.trace.Lanes.Bar;
import heddle.engine.trace.Lanes.Cell;
import heddle.engine.trace.Lanes.Column;
import heddle.engine.trace.Lanes.Kind;
import heddle.engine.trace.Lanes.Memory;
import heddle.engine.trace.Lanes.Row;
import heddle.engine.trace.Lanes.Shape;
import java.util.Locale;

/** Draws the lane table as HTML: a table that reads well without style or script. */
final class LanesHtml {
  /** Colours repeat after this many threads; letters do not. */
  private static final int COLOURS = 5;

  private final Lanes lanes;
  private final Markup out;

  private LanesHtml(Lanes lanes, Markup out) {
    this.lanes = lanes;
    this.out = out;
  }

  /**
   * Adds the table.
   *
   * @param id the table's id in the page
   * @param hidden whether it is hidden at first
   */
  static void add(Markup out, Lanes lanes, String id, boolean hidden) {
    new LanesHtml(lanes, out).table(id, hidden);
  }

  /** Adds the badge of a thread: a shape with a letter. */
  static void addBadge(Markup out, Lanes lanes, int column) {
    Column thread = lanes.columns().get(column);
    out.tag("<svg class=\"badge ").tag(colour(lanes, column)).tag("\" viewBox=\"0 0 24 24\" ");
    out.tag("aria-hidden=\"true\">").tag(outline(thread.shape()));
    out.tag("<text x=\"12\" y=\"%s\">".formatted(thread.shape() == Shape.TRIANGLE ? "19" : "16.5"));
    out.text(thread.letter()).tag("</text></svg>");
  }

  /** Returns the outline of a badge in a box of 24 by 24. */
  static String outline(Shape shape) {
    return switch (shape) {
      case SQUARE -> "<rect x=\"1\" y=\"1\" width=\"22\" height=\"22\" rx=\"5\"/>";
      case CIRCLE -> "<circle cx=\"12\" cy=\"12\" r=\"11\"/>";
      case TRIANGLE -> "<path d=\"M12 0 24 23H0Z\"/>";
      case DIAMOND -> "<path d=\"M12 0 24 12 12 24 0 12Z\"/>";
      case HEXAGON -> "<path d=\"M6 1h12l6 11-6 11H6L0 12Z\"/>";
    };
  }

  /** Returns the class that gives a column its colour. */
  static String colour(Lanes lanes, int column) {
    return colour(lanes.colourOf(column));
  }

  /** Returns the class for a colour as {@link Lanes#colourOf} gives it. */
  static String colour(int colour) {
    return colour < 0 ? "c-main" : "c" + colour % COLOURS;
  }

  private void table(String id, boolean hidden) {
    out.tag("<table class=\"lanes\" id=\"").tag(id).tag(hidden ? "\" hidden>" : "\">");
    out.tag("<caption class=\"unseen\">What each thread did, in order; time runs down.</caption>");
    out.tag("<thead><tr><th scope=\"col\">step</th>");
    for (int i = 0; i < lanes.columns().size(); i++) {
      out.tag("<th scope=\"col\"><span class=\"thread\">");
      addBadge(out, lanes, i);
      out.text(lanes.columns().get(i).name()).tag("</span></th>");
    }
    out.tag("<th scope=\"col\">").text(lanes.memoryTitle()).tag("</th></tr></thead><tbody>\n");
    for (Row row : lanes.rows()) {
      switch (row) {
        case Row.Fold(int _, String text) -> {
          out.tag("<tr class=\"fold\"><td></td><td colspan=\"").tag(lanesAndMemory()).tag("\">");
          out.text(text).tag("</td></tr>\n");
        }
        case Row.Switch(int thread) -> addSwitch(thread);
        case Row.Step step -> addStep(step);
      }
    }
    out.tag("</tbody></table>\n");
  }

  private String lanesAndMemory() {
    return Integer.toString(lanes.columns().size() + 1);
  }

  private void addSwitch(int thread) {
    String name = lanes.columns().get(lanes.columnOf(thread)).name();
    out.tag("<tr class=\"switch\"><td></td><td colspan=\"").tag(lanesAndMemory());
    out.tag("\"><span>⇄ now ").text(name).tag(" runs</span></td></tr>\n");
  }

  private void addStep(Row.Step step) {
    boolean cause = lanes.arrow().filter(a -> a.fromNumber() == step.number()).isPresent();
    out.tag("<tr class=\"step").tag(step.failing() ? " failing" : "");
    out.tag(cause || (step.failing() && lanes.arrow().isEmpty()) ? " conflict" : "");
    out.tag("\" data-step=\"" + step.step());
    out.tag("\" data-thread=\"" + lanes.columnOf(step.thread()) + "\" data-line=\"");
    out.tag(Integer.toString(step.place().line())).tag("\" data-file=\"");
    out.text(step.place().file()).tag("\" data-says=\"").text(step.sentence());
    lanes
        .arrow()
        .filter(arrow -> arrow.fromNumber() == step.number())
        .ifPresent(arrow -> out.tag("\" data-arrow=\"" + arrow.toNumber()));
    out.tag("\"><th scope=\"row\">" + step.number() + "</th>");
    for (int i = 0; i < step.cells().size(); i++) {
      addCell(step, i);
    }
    addMemory(step.memory());
    out.tag("</tr>\n");
  }

  private void addCell(Row.Step step, int column) {
    Cell cell = step.cells().get(column);
    out.tag("<td");
    if (!cell.bars().isEmpty()) {
      out.tag(" class=\"bars");
      cell.bars().forEach(bar -> out.tag(" ").tag(lower(bar)));
      out.tag("\"");
    }
    out.tag(">");
    for (Bar bar : cell.bars()) {
      out.tag("<i class=\"bar ").tag(lower(bar)).tag("\"></i>");
    }
    if (cell.kind() == Kind.STATE) {
      out.tag("<span class=\"state\">").text(cell.text()).tag("</span>");
    } else if (cell.kind() != Kind.NONE) {
      String colour = cell.kind() == Kind.FAILURE ? "failure" : colour(lanes, column);
      boolean cause = lanes.arrow().filter(a -> a.fromNumber() == step.number()).isPresent();
      out.tag("<span class=\"chip ").tag(cause ? "failure" : colour).tag("\">");
      out.tag(icon(cell.kind())).text(cell.text()).tag("</span>");
      if (cause) {
        lanes
            .arrow()
            .ifPresent(a -> out.tag("<span class=\"cause\">").text(a.label()).tag("</span>"));
      }
    }
    out.tag("</td>");
  }

  private void addMemory(Memory memory) {
    out.tag("<td class=\"memory\">");
    if (!memory.struck().isEmpty()) {
      out.tag("<del>").text(memory.struck()).tag("</del> ");
    }
    out.tag(memory.changed() ? "<mark>" : "").text(memory.text());
    out.tag(memory.changed() ? "</mark></td>" : "</td>");
  }

  private static String icon(Kind kind) {
    String path =
        switch (kind) {
          case READ ->
              "M1 8s2.5-5 7-5 7 5 7 5-2.5 5-7 5-7-5-7-5Zm7-2.2a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0"
                  + " 0-4.4Z";
          case WRITE -> "M2 14l1-4 8-8 3 3-8 8Z";
          case LOCK -> "M3 7h2V5a3 3 0 0 1 6 0v2h2v7H3Zm4 0h2V5a1 1 0 0 0-2 0Z";
          case UNLOCK -> "M3 7h2V4a3 3 0 0 1 6 0H9a1 1 0 0 0-2 0v3h6v7H3Z";
          case WAIT -> "M4 3h3v10H4Zm5 0h3v10H9Z";
          case SIGNAL -> "M3 11V7a5 5 0 0 1 10 0v4l1 1H2Zm4 2h2v1H7Z";
          case THREAD -> "M4 3l9 5-9 5Z";
          case CALL -> "M2 7h7V4l5 4-5 4V9H2Z";
          case PRINT -> "M2 3h12v8H6l-3 3v-3H2Z";
          case FAILURE -> "M3 5l2-2 3 3 3-3 2 2-3 3 3 3-2 2-3-3-3 3-2-2 3-3Z";
          case NONE, STATE -> "";
        };
    return path.isEmpty()
        ? ""
        : "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\""
            + path
            + "\"/></svg>";
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
