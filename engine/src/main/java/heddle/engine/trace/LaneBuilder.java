package heddle.engine.trace;

import heddle.engine.trace.Lanes.Bar;
import heddle.engine.trace.Lanes.Cell;
import heddle.engine.trace.Lanes.Column;
import heddle.engine.trace.Lanes.Kind;
import heddle.engine.trace.Lanes.Memory;
import heddle.engine.trace.Lanes.Row;
import heddle.engine.trace.Lanes.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Draws up the lane table: walks through the trace once and makes a row of every step in focus. */
final class LaneBuilder {
  private static final int MAIN = 0;
  private static final List<Shape> SHAPES =
      List.of(Shape.SQUARE, Shape.CIRCLE, Shape.TRIANGLE, Shape.DIAMOND);

  private final Trace trace;
  private final Focus focus;
  private final Wording wording;
  private final List<Column> columns;
  private final List<String> memoryVariables;
  private final Moment moment = new Moment();
  private final List<Row> rows = new ArrayList<>();

  /** Which step number the first event of each row got, by its index. */
  private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

  LaneBuilder(Trace trace, Focus focus) {
    this.trace = trace;
    this.focus = focus;
    wording = new Wording(trace);
    columns = columns();
    memoryVariables = memoryVariables();
  }

  /**
   * The variables in focus whose values the trace tells; what a map holds, for one, it does not.
   */
  private List<String> memoryVariables() {
    Set<String> told = new HashSet<>();
    for (Event event : trace.events()) {
      if (!(event.operation() instanceof Operation.Calls) && !event.operation().namesItself()) {
        told.add(Wording.variable(event.operation()));
      }
    }
    return focus.variables().stream().filter(told::contains).toList();
  }

  Lanes build() {
    int next = 0;
    int running = -1;
    int shown = 0;
    for (Spins.Span span : focus.spans()) {
      Event event = trace.events().get(span.first());
      fold(next, span.first());
      if (running != event.thread() && running >= 0) {
        rows.add(new Row.Switch(event.thread()));
      }
      running = event.thread();
      step(span, event);
      for (int i = Math.max(next, span.first() + 1); i <= span.through(); i++) {
        moment.advance(trace.events().get(i));
      }
      next = span.through() + 1;
      shown += span.times();
    }
    fold(next, trace.events().size());
    return new Lanes(columns, memoryTitle(), rows, arrow(), trace.events().size() - shown);
  }

  /**
   * The threads that do something in the table, in the order of their numbers, with main last: it
   * mostly checks.
   */
  private List<Column> columns() {
    var acting = new TreeSet<Integer>();
    focus.spans().forEach(span -> acting.add(trace.events().get(span.first()).thread()));
    List<Column> made = new ArrayList<>();
    if (acting.remove(MAIN)) {
      made.add(new Column(MAIN, wording.thread(MAIN), "M", Shape.HEXAGON));
    }
    int position = 0;
    for (int thread : acting) {
      made.add(new Column(thread, wording.thread(thread), letter(position), shape(position)));
      position++;
    }
    return made;
  }

  /** Returns the letter of a thread other than main by its position among them. */
  static String letter(int position) {
    // M is main's, and beyond the alphabet a number is clearer than two letters.
    String letters = "ABCDEFGHIJKLNOPQRSTUVWXYZ";
    return position < letters.length()
        ? letters.substring(position, position + 1)
        : Integer.toString(position + 1);
  }

  /** Returns the shape of a thread other than main by its position among them. */
  static Shape shape(int position) {
    return SHAPES.get(position % SHAPES.size());
  }

  /**
   * Leaves out the events from {@code from} up to {@code to}, saying so where more than thread
   * business is lost.
   */
  private void fold(int from, int to) {
    Map<Integer, Integer> stepsByThread = new LinkedHashMap<>();
    boolean worthSaying = false;
    for (int i = from; i < to; i++) {
      Event event = trace.events().get(i);
      moment.advance(event);
      stepsByThread.merge(event.thread(), 1, Integer::sum);
      worthSaying |= !isThreadBusiness(event.operation());
    }
    if (worthSaying) {
      rows.add(new Row.Fold(to - from, foldText(stepsByThread, to - from)));
    }
  }

  /**
   * Threads that start, end and wait for each other are the frame of nearly every program, and
   * seldom its fault.
   */
  private static boolean isThreadBusiness(Operation operation) {
    return switch (operation) {
      case Operation.Starts _, Operation.Joins _, Operation.Ends _ -> true;
      default -> false;
    };
  }

  private String foldText(Map<Integer, Integer> stepsByThread, int steps) {
    String unit = steps == 1 ? " step of " : " steps of ";
    if (stepsByThread.size() > 3) {
      return "… " + steps + unit + stepsByThread.size() + " threads";
    }
    return "… "
        + steps
        + unit
        + stepsByThread.keySet().stream().map(wording::thread).collect(Collectors.joining(", "));
  }

  private void step(Spins.Span span, Event event) {
    int index = span.first();
    moment.advance(event);
    boolean failing = span.first() <= focus.failing() && focus.failing() <= span.last();
    List<Cell> cells = new ArrayList<>();
    for (Column column : columns) {
      cells.add(
          column.thread() == event.thread()
              ? acting(span, event, failing)
              : standing(column.thread(), index));
    }
    int number = numbers.size() + 1;
    numbers.put(index, number);
    rows.add(
        new Row.Step(
            number,
            event.step(),
            event.thread(),
            span.times(),
            cells,
            memory(index, event),
            sentence(span, event),
            event.place(),
            failing));
  }

  private Cell acting(Spins.Span span, Event event, boolean failing) {
    String text = actingText(event.operation());
    if (span.times() > 1) {
      text += " ×" + span.times();
    }
    List<Bar> bars = new ArrayList<>();
    if (isStale(event.thread(), span.first())) {
      bars.add(Bar.STALE);
    }
    if (!moment.heldBy(event.thread(), focus.locks()).isEmpty()) {
      bars.add(Bar.HOLDS);
    }
    if (focus.waits() && moment.wait(event.thread()).isPresent()) {
      bars.add(Bar.BLOCKED);
    }
    return new Cell(text, failing ? Kind.FAILURE : Wording.kind(event.operation()), bars);
  }

  private String actingText(Operation operation) {
    // Beside a column of locks, it need not be said again who holds it.
    return operation instanceof Operation.Blocked(String lock, int _)
            && focus.locks().contains(lock)
        ? "wants " + Printable.line(lock)
        : wording.cell(operation);
  }

  private Cell standing(int thread, int index) {
    List<Bar> bars = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    if (isStale(thread, index)) {
      bars.add(Bar.STALE);
      texts.add(staleText());
    }
    var held = moment.heldBy(thread, focus.locks());
    if (!held.isEmpty()) {
      bars.add(Bar.HOLDS);
      texts.add("holds " + Printable.line(String.join(", ", held)));
    }
    if (focus.waits()) {
      moment
          .wait(thread)
          .ifPresent(wait -> {
            bars.add(Bar.BLOCKED);
            texts.add(waitText(wait));
          });
    }
    // What a blocked thread holds is clear from its bar; what it wants is the news.
    String text = texts.isEmpty() ? "" : texts.getLast();
    return new Cell(text, text.isEmpty() ? Kind.NONE : Kind.STATE, bars);
  }

  private String waitText(Operation wait) {
    return switch (wait) {
      case Operation.Blocked(String lock, int _) -> "wants " + Printable.line(lock);
      case Operation.Sleeps _ -> "sleeps";
      case Operation.Joins(int thread) -> "waits for the end of " + wording.thread(thread);
      default -> wording.cell(wait);
    };
  }

  /**
   * Returns whether the thread works with a value that it read before the update that it will undo,
   * or relies on what no longer holds.
   */
  private boolean isStale(int thread, int index) {
    return holdsCopy(thread, index)
        || focus
            .mark()
            .filter(mark -> mark.since() > 0 && threadOf(mark.from()) == thread)
            .filter(mark -> mark.since() <= index + 1 && index + 1 <= mark.from())
            .isPresent();
  }

  private int threadOf(int step) {
    return trace.events().get(step - 1).thread();
  }

  private boolean holdsCopy(int thread, int index) {
    return focus
        .overwrite()
        .filter(lost -> trace.events().get(lost.read()).thread() == thread)
        .filter(lost -> lost.read() <= index && index <= lost.write())
        .isPresent();
  }

  private String staleText() {
    if (focus.mark().isPresent()) {
      return Printable.line(focus.mark().get().band());
    }
    Event read = trace.events().get(focus.overwrite().orElseThrow().read());
    if (!(read.operation() instanceof Operation.Read(String variable, String value))) {
      return "";
    }
    boolean old = moment.value(variable).filter(now -> !now.equals(value)).isPresent();
    return "still holds " + Wording.value(value) + (old ? " (old)" : "");
  }

  private String memoryTitle() {
    if (!focus.locks().isEmpty()) {
      return "locks";
    }
    return switch (memoryVariables.size()) {
      case 0 -> "";
      case 1 -> wording.shortName(memoryVariables.getFirst()) + " in memory";
      default -> "memory";
    };
  }

  private Memory memory(int index, Event event) {
    if (!focus.locks().isEmpty()) {
      return lockMemory(event.operation());
    }
    List<String> texts = new ArrayList<>();
    for (String variable : memoryVariables) {
      String name = memoryVariables.size() == 1 ? "" : wording.shortName(variable) + "=";
      moment.value(variable).ifPresent(value -> texts.add(name + Wording.value(value)));
    }
    boolean changed =
        event.operation() instanceof Operation.Write write
            && memoryVariables.contains(write.variable());
    return new Memory(struck(index), String.join("  ", texts), changed);
  }

  private String struck(int index) {
    return focus
        .overwrite()
        .filter(lost -> lost.write() == index)
        .map(lost -> lostValue(lost) + " (" + lostWriter(lost) + ")")
        .orElse("");
  }

  private Memory lockMemory(Operation operation) {
    String lock =
        switch (operation) {
          case Operation.Acquire acquire -> acquire.lock();
          case Operation.Release release -> release.lock();
          case Operation.Blocked blocked -> blocked.lock();
          case Operation.Waits waits -> waits.what();
          default -> "";
        };
    if (!focus.locks().contains(lock)) {
      return Memory.NONE;
    }
    String holder = moment.holder(lock).map(wording::thread).orElse("free");
    boolean changed =
        operation instanceof Operation.Acquire || operation instanceof Operation.Release;
    return new Memory("", Printable.line(lock) + ": " + holder, changed);
  }

  private String sentence(Spins.Span span, Event event) {
    String sentence = wording.sentence(event);
    if (span.times() > 1) {
      sentence += " " + span.times() + " times over, and nothing changes.";
    }
    return focus
        .overwrite()
        .filter(lost -> lost.write() == span.first())
        .map(lost ->
            "%s writes %s over %s's %s, which is lost (line %d)."
                .formatted(
                    wording.thread(event.thread()),
                    written(event),
                    lostWriter(lost),
                    lostValue(lost),
                    event.place().line()))
        .orElse(sentence);
  }

  private Optional<Lanes.Arrow> arrow() {
    return overwriting().or(this::unordered).or(this::marked);
  }

  /** An arrow joins two lanes: within one there is nothing to draw. */
  private Optional<Lanes.Arrow> marked() {
    return focus
        .mark()
        .filter(mark -> threadOf(mark.from()) != threadOf(mark.to()))
        .filter(mark -> numbers.containsKey(mark.from() - 1) && numbers.containsKey(mark.to() - 1))
        .map(mark ->
            new Lanes.Arrow(
                numbers.getOrDefault(mark.from() - 1, 0),
                threadOf(mark.from()),
                numbers.getOrDefault(mark.to() - 1, 0),
                threadOf(mark.to()),
                Printable.line(mark.label())));
  }

  /** From the later access of a data race to the earlier one. */
  private Optional<Lanes.Arrow> unordered() {
    return focus
        .unordered()
        .filter(race -> numbers.containsKey(race.first()) && numbers.containsKey(race.second()))
        .map(race ->
            new Lanes.Arrow(
                numbers.getOrDefault(race.second(), 0),
                trace.events().get(race.second()).thread(),
                numbers.getOrDefault(race.first(), 0),
                trace.events().get(race.first()).thread(),
                "nothing orders these two"));
  }

  private Optional<Lanes.Arrow> overwriting() {
    return focus
        .overwrite()
        .filter(lost -> numbers.containsKey(lost.lost()) && numbers.containsKey(lost.write()))
        .map(lost ->
            new Lanes.Arrow(
                numbers.getOrDefault(lost.write(), 0),
                trace.events().get(lost.write()).thread(),
                numbers.getOrDefault(lost.lost(), 0),
                trace.events().get(lost.lost()).thread(),
                "overwrites " + lostWriter(lost) + "'s " + lostValue(lost)));
  }

  private String lostWriter(Focus.Overwrite lost) {
    return wording.thread(trace.events().get(lost.lost()).thread());
  }

  private String lostValue(Focus.Overwrite lost) {
    return written(trace.events().get(lost.lost()));
  }

  private static String written(Event event) {
    return event.operation() instanceof Operation.Write write ? Wording.value(write.value()) : "";
  }
}
