package heddle.engine.trace;

import heddle.engine.trace.Lanes.Bar;
import heddle.engine.trace.Lanes.Cell;
import heddle.engine.trace.Lanes.Column;
import heddle.engine.trace.Lanes.Kind;
import heddle.engine.trace.Lanes.Memory;
import heddle.engine.trace.Lanes.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Draws the lane table with box characters, to fit a width.
 *
 * <p>Where the lanes would get too narrow to read, one line a step names the thread instead.
 */
final class LanesText {
  /** Narrower lanes cut off the very values that a person looks for. */
  private static final int LANE_COLUMNS_MIN = 16;

  private static final int STEP_COLUMNS = 5;
  private static final int MEMORY_COLUMNS_MAX = 26;
  private static final int MEMORY_COLUMNS_MIN = 16;
  private static final int LINE_COLUMNS = 6;
  private static final int GAP = 2;

  /** What an arrow needs beside its label: two dashes on either side, its tip and a blank. */
  private static final int ARROW_COLUMNS = 6;

  private final Lanes lanes;
  private final Ink ink;
  private final int width;
  private final List<Integer> laneColumns = new ArrayList<>();
  private final List<Integer> barColumns = new ArrayList<>();
  private int memoryColumns;

  private LanesText(Lanes lanes, Ink ink, int width) {
    this.lanes = lanes;
    this.ink = ink;
    this.width = width;
    int memory = Printable.width(lanes.memoryTitle());
    for (Row.Step step : lanes.steps()) {
      memory = Math.max(memory, Printable.width(memory(step.memory())));
    }
    memoryColumns = Math.min(memory, MEMORY_COLUMNS_MAX);
    measureLanes();
  }

  /** Returns the lines of the table, each at most {@code width} columns wide. */
  static List<String> draw(Lanes lanes, Ink ink, int width) {
    if (lanes.steps().isEmpty()) {
      return List.of();
    }
    var drawing = new LanesText(lanes, ink, width);
    return drawing.fits() ? drawing.asTable() : drawing.asList();
  }

  private void measureLanes() {
    for (int i = 0; i < lanes.columns().size(); i++) {
      int bars = 0;
      int text = Printable.width(header(lanes.columns().get(i)));
      for (Row.Step step : lanes.steps()) {
        Cell cell = step.cells().get(i);
        bars = Math.max(bars, cell.bars().size());
        text = Math.max(text, Printable.width(cellText(cell)));
      }
      int bar = bars == 0 ? 0 : bars + 1;
      barColumns.add(bar);
      laneColumns.add(bar + text);
    }
    int spare = lanes.arrow().map(this::missingFor).orElse(0);
    shrink(spare, this::tightColumns);
    if (spare > 0 && total() + spare <= width) {
      int to = lanes.columnOf(lanes.arrow().orElseThrow().toThread());
      laneColumns.set(to, laneColumns.get(to) + spare);
    }
    memoryColumns =
        Math.min(memoryColumns, Math.max(MEMORY_COLUMNS_MIN, width - total() + memoryColumns));
    shrink(0, _ -> LANE_COLUMNS_MIN);
  }

  /** Returns how many columns the arrow lacks between the two lanes; none when negative. */
  private int missingFor(Lanes.Arrow arrow) {
    int from = lanes.columnOf(arrow.fromThread());
    int to = lanes.columnOf(arrow.toThread());
    int label = Printable.width(arrow.label()) + ARROW_COLUMNS;
    if (from > to) {
      // To the left, it ends where the lane begins.
      return label - (span(to, from) - laneColumns.get(from));
    }
    int text = barColumns.get(from) + Printable.width(cellText(cellOf(arrow)));
    return text + label - span(from, to);
  }

  /**
   * Takes columns from the widest lanes, down to a floor for each, until the table and {@code
   * spare} columns fit.
   */
  private void shrink(int spare, IntUnaryOperator floor) {
    while (total() + spare > width) {
      int widest = -1;
      for (int i = 0; i < laneColumns.size(); i++) {
        if (laneColumns.get(i) > floor.applyAsInt(i)
            && (widest < 0 || laneColumns.get(i) > laneColumns.get(widest))) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      laneColumns.set(widest, laneColumns.get(widest) - 1);
    }
  }

  /**
   * Returns how narrow a lane can get with nothing cut off: a text may run on over empty cells to
   * its right.
   */
  private int tightColumns(int lane) {
    int columns = Printable.width(header(lanes.columns().get(lane)));
    for (Row.Step step : lanes.steps()) {
      int text = barColumns.get(lane) + Printable.width(cellText(step.cells().get(lane)));
      int free = laneColumns.get(lane);
      int last = lastFree(step, lane);
      if (last > lane) {
        text -= GAP + span(lane + 1, last);
      }
      columns = Math.max(columns, Math.min(text, free));
    }
    return columns;
  }

  /** Returns the last lane over which the text in {@code lane} can run on. */
  private static int lastFree(Row.Step step, int lane) {
    int last = lane;
    while (last + 1 < step.cells().size()
        && step.cells().get(last + 1).text().isEmpty()
        && step.cells().get(last + 1).bars().isEmpty()) {
      last++;
    }
    return last;
  }

  private Cell cellOf(Lanes.Arrow arrow) {
    return lanes
        .steps()
        .get(arrow.fromNumber() - 1)
        .cells()
        .get(lanes.columnOf(arrow.fromThread()));
  }

  private boolean fits() {
    return total() <= width;
  }

  private int total() {
    int lanesAndGaps = laneColumns.isEmpty() ? 0 : span(0, laneColumns.size() - 1);
    return STEP_COLUMNS + lanesAndGaps + (memoryColumns > 0 ? GAP + memoryColumns : 0);
  }

  /** Returns how wide the lanes from {@code first} to {@code last} are together. */
  private int span(int first, int last) {
    int sum = GAP * (last - first);
    for (int i = first; i <= last; i++) {
      sum += laneColumns.get(i);
    }
    return sum;
  }

  private List<String> asTable() {
    List<String> lines = new ArrayList<>();
    lines.add(headerLine());
    lines.add(ink.dim("─".repeat(ruleColumns())));
    Optional<String> pendingFold = Optional.empty();
    for (Row row : lanes.rows()) {
      switch (row) {
        case Row.Fold(int _, String text) -> pendingFold = Optional.of(text);
        case Row.Switch(int thread) -> {
          addSeparator(lines, pendingFold.orElse(""), nowRuns(thread));
          pendingFold = Optional.empty();
        }
        case Row.Step step -> {
          pendingFold.ifPresent(text -> addSeparator(lines, text, ""));
          pendingFold = Optional.empty();
          addStep(lines, step);
        }
      }
    }
    pendingFold.ifPresent(text -> addSeparator(lines, text, ""));
    return lines.stream().map(String::stripTrailing).toList();
  }

  private String headerLine() {
    var line = new StringBuilder(Printable.pad("step", STEP_COLUMNS));
    for (int i = 0; i < lanes.columns().size(); i++) {
      Column column = lanes.columns().get(i);
      int free = laneColumns.get(i) - column.letter().length() - 1;
      String name = Printable.pad(Printable.cut(column.name(), free), free + GAP);
      line.append(ink.badge(lanes.colourOf(i), column.letter()))
          .append(' ')
          .append(ink.strong(name));
    }
    String title = Printable.pad(Printable.cut(lanes.memoryTitle(), memoryColumns), memoryColumns);
    line.append(ink.strong(title));
    return showsLines() ? line.append(ink.dim("  line")).toString() : line.toString();
  }

  /** Source lines are the first to go where there is no room. */
  private boolean showsLines() {
    return total() + LINE_COLUMNS <= width;
  }

  private static String lineText(Row.Step step) {
    return step.place().line() > 0 ? "  %4d".formatted(step.place().line()) : "";
  }

  private static String header(Column column) {
    return column.letter() + " " + column.name();
  }

  private String nowRuns(int thread) {
    int column = lanes.columnOf(thread);
    return column < 0 ? "" : "now " + lanes.columns().get(column).name() + " runs";
  }

  /** Adds what was left out, and who runs now, on one line where both fit. */
  private void addSeparator(List<String> lines, String fold, String nowRuns) {
    String left = fold.isEmpty() ? "" : " ".repeat(STEP_COLUMNS) + fold + " ";
    String right = nowRuns.isEmpty() ? "" : " " + nowRuns;
    if (!left.isEmpty()
        && !right.isEmpty()
        && Printable.width(left) + Printable.width(right) > ruleColumns()) {
      addSeparator(lines, fold, "");
      addSeparator(lines, "", nowRuns);
      return;
    }
    String begin = Printable.cut(left, ruleColumns());
    String end = Printable.cut(right, ruleColumns());
    int dashes = ruleColumns() - Printable.width(begin) - Printable.width(end);
    lines.add(ink.dim(begin + (right.isEmpty() ? "" : "─".repeat(dashes))) + end);
  }

  private int ruleColumns() {
    return total() + (showsLines() ? LINE_COLUMNS : 0);
  }

  private void addStep(List<String> lines, Row.Step step) {
    var arrow = lanes.arrow().filter(a -> a.fromNumber() == step.number());
    boolean drawn = arrow.isPresent() && hasRoom(arrow.get(), step);
    var line = new StringBuilder(Printable.pad(" " + step.number(), STEP_COLUMNS));
    for (int i = 0; i < step.cells().size(); i++) {
      if (drawn && isBegin(arrow.get(), i)) {
        i = appendArrow(line, arrow.get(), step);
      } else {
        int last = cellFits(step, i) ? i : lastFree(step, i);
        line.append(lane(step, i, span(i, last)));
        i = last;
      }
      line.append(" ".repeat(GAP));
    }
    line.append(memoryInk(step));
    if (showsLines()) {
      line.append(ink.dim(lineText(step)));
    }
    lines.add(line.toString());
    if (arrow.isPresent() && !drawn) {
      int column = lanes.columnOf(step.thread());
      int indent = STEP_COLUMNS + span(0, column) - laneColumns.get(column);
      lines.add(" ".repeat(indent) + ink.bad("^ " + arrow.get().label()));
    }
  }

  private String memoryInk(Row.Step step) {
    String text = Printable.cut(memory(step.memory()), memoryColumns);
    String padded = Printable.pad(text, memoryColumns);
    return step.memory().changed() ? ink.strong(padded) : padded;
  }

  private boolean isBegin(Lanes.Arrow arrow, int column) {
    return column == Math.min(lanes.columnOf(arrow.fromThread()), lanes.columnOf(arrow.toThread()));
  }

  /** Returns whether the label fits between the two cells, with nothing else written there. */
  private boolean hasRoom(Lanes.Arrow arrow, Row.Step step) {
    int from = lanes.columnOf(arrow.fromThread());
    int to = lanes.columnOf(arrow.toThread());
    int first = Math.min(from, to);
    int last = Math.max(from, to);
    for (int i = first; i <= last; i++) {
      if (i != from && !step.cells().get(i).text().isEmpty()) {
        return false;
      }
    }
    return missingFor(arrow) <= 0;
  }

  /**
   * Draws the cells from the arrow's one end to the other, and returns the last of their columns.
   */
  private int appendArrow(StringBuilder line, Lanes.Arrow arrow, Row.Step step) {
    int from = lanes.columnOf(arrow.fromThread());
    int to = lanes.columnOf(arrow.toThread());
    Cell cell = step.cells().get(from);
    String text = bars(cell, barColumns.get(from)) + cellText(cell);
    if (from < to) {
      String drawn = " ──" + arrow.label() + "──^";
      int rest = span(from, to) - Printable.width(text) - Printable.width(drawn);
      line.append(inked(cell, from, text)).append(ink.bad(drawn)).append(" ".repeat(rest));
      return to;
    }
    int room = span(to, from) - laneColumns.get(from);
    String dashes = "─".repeat(room - Printable.width(arrow.label()) - 4);
    line.append(ink.bad("^──" + arrow.label() + dashes + " "))
        .append(inked(cell, from, Printable.pad(text, laneColumns.get(from))));
    return from;
  }

  private String inked(Cell cell, int column, String text) {
    return switch (cell.kind()) {
      case FAILURE -> ink.bad(text);
      case STATE -> ink.dim(text);
      default -> ink.thread(lanes.colourOf(column), text);
    };
  }

  private boolean cellFits(Row.Step step, int column) {
    int text = Printable.width(cellText(step.cells().get(column)));
    return barColumns.get(column) + text <= laneColumns.get(column);
  }

  private String lane(Row.Step step, int column, int columns) {
    Cell cell = step.cells().get(column);
    int bar = barColumns.get(column);
    String bars = bars(cell, bar);
    String text = Printable.pad(Printable.cut(cellText(cell), columns - bar), columns - bar);
    return inked(cell, column, bars + text);
  }

  private static String bars(Cell cell, int columns) {
    var marks = new StringBuilder();
    for (Bar bar : cell.bars()) {
      marks.append(
          switch (bar) {
            case STALE -> '┆';
            case HOLDS -> '┃';
            case BLOCKED -> '╎';
          });
    }
    return Printable.pad(marks.toString(), columns);
  }

  private static String cellText(Cell cell) {
    return cell.kind() == Kind.FAILURE ? "✖ " + cell.text() : cell.text();
  }

  private static String memory(Memory memory) {
    String now = memory.changed() ? "[" + memory.text() + "]" : memory.text();
    return memory.struck().isEmpty() ? now : memory.struck() + " → " + now;
  }

  private List<String> asList() {
    List<String> lines = new ArrayList<>();
    int names = 0;
    for (Column column : lanes.columns()) {
      names = Math.max(names, Printable.width(header(column)));
    }
    names = Math.min(names, Math.max(LANE_COLUMNS_MIN, width / 4));
    String title = lanes.memoryTitle().isEmpty() ? "" : "  [" + lanes.memoryTitle() + "]";
    lines.add(
        Printable.cut(
            Printable.pad("step", STEP_COLUMNS)
                + Printable.pad("thread", names + GAP)
                + "what it does"
                + title,
            width));
    for (Row row : lanes.rows()) {
      switch (row) {
        case Row.Fold(int _, String text) ->
            lines.add(ink.dim(Printable.cut("     " + text, width)));
        case Row.Switch _ -> {} // Every line names its thread.
        case Row.Step step -> addListLine(lines, step, names);
      }
    }
    return lines;
  }

  private void addListLine(List<String> lines, Row.Step step, int names) {
    int column = lanes.columnOf(step.thread());
    String name = Printable.pad(Printable.cut(header(lanes.columns().get(column)), names), names);
    String memory = memory(step.memory());
    String text = cellText(step.cells().get(column));
    String what = memory.isEmpty() ? text : text + "  [" + memory.replaceAll("[\\[\\]]", "") + "]";
    int free = width - STEP_COLUMNS - names - GAP;
    lines.add(
        Printable.pad(" " + step.number(), STEP_COLUMNS)
            + ink.thread(lanes.colourOf(column), name)
            + " ".repeat(GAP)
            + (step.failing() ? ink.bad(Printable.cut(what, free)) : Printable.cut(what, free)));
    lanes
        .arrow()
        .filter(arrow -> arrow.fromNumber() == step.number())
        .ifPresent(arrow ->
            lines.add(
                " ".repeat(STEP_COLUMNS + names + GAP)
                    + ink.bad(Printable.cut("^ " + arrow.label(), free))));
  }
}
