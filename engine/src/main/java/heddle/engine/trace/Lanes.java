package heddle.engine.trace;

import heddle.engine.Place;
import heddle.engine.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A failing run as a table: time runs down, one column a thread, and one column for the shared
 * variables or the locks in the conflict.
 *
 * <p>Text, JSON and HTML are drawn from this one table, so that all three show the same rows.
 *
 * @param columns the threads that take part, {@code main} first
 * @param memoryTitle heading of the last column, such as {@code value in memory}; empty when there
 *     is no such column
 * @param rows what happened, in order
 * @param arrow the one cause that is drawn from one cell to another
 * @param hidden how many steps the rows leave out
 */
public record Lanes(
    List<Column> columns, String memoryTitle, List<Row> rows, Optional<Arrow> arrow, int hidden) {
  /**
   * How many steps are shown unless all are asked for: more than seven rows are no longer seen at
   * one glance.
   */
  public static final int STEPS_SHOWN = 7;

  /** Copies the lists. */
  public Lanes {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Returns the rows that matter, at most {@link #STEPS_SHOWN} steps of them. */
  public static Lanes of(Verdict.Fails fails) {
    return new LaneBuilder(fails.trace(), Focus.of(fails, STEPS_SHOWN)).build();
  }

  /** Returns every step of the execution, with only identical spins folded. */
  public static Lanes all(Verdict.Fails fails) {
    return new LaneBuilder(fails.trace(), Focus.all(fails)).build();
  }

  /** Returns every step of an execution of which nothing is known to be wrong. */
  public static Lanes of(Trace trace) {
    return new LaneBuilder(trace, Focus.all(trace)).build();
  }

  /** Returns the steps alone, without switches and folds. */
  public List<Row.Step> steps() {
    return rows.stream().filter(Row.Step.class::isInstance).map(Row.Step.class::cast).toList();
  }

  /**
   * Returns the position of a column among those of other threads than main, from 0, or -1 for
   * main.
   */
  public int colourOf(int column) {
    return column - (columns.getFirst().isMain() ? 1 : 0);
  }

  /** Returns the position of a thread's column, or -1 when it has none. */
  public int columnOf(int thread) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).thread() == thread) {
        return i;
      }
    }
    return -1;
  }

  /**
   * One thread. Letter, shape and name tell it apart from the others without any colour.
   *
   * @param thread its number in the trace
   */
  public record Column(int thread, String name, String letter, Shape shape) {
    /**
     * Returns whether this is the thread that runs {@code main}, which has a shape and a colour of
     * its own.
     */
    public boolean isMain() {
      return shape == Shape.HEXAGON;
    }
  }

  /** The outline of a thread's badge. */
  public enum Shape {
    /** The first thread. */
    SQUARE,
    /** The second. */
    CIRCLE,
    /** The third. */
    TRIANGLE,
    /** The fourth, and then from the first again. */
    DIAMOND,
    /** The thread that runs {@code main}. */
    HEXAGON
  }

  /** One line of the table. */
  public sealed interface Row {
    /**
     * Something that a thread did, once or several times over.
     *
     * @param number position among the steps shown, from 1
     * @param step position in the execution, from 1
     * @param thread who did it
     * @param times how often it did the same without a change
     * @param cells one for each column
     * @param memory what stands in the memory column
     * @param sentence the step in words
     * @param place the source line
     * @param failing whether this is where it goes wrong
     */
    record Step(
        int number,
        int step,
        int thread,
        int times,
        List<Cell> cells,
        Memory memory,
        String sentence,
        Place place,
        boolean failing)
        implements Row {
      /** Copies the cells. */
      public Step {
        cells = List.copyOf(cells);
      }
    }

    /** From here on another thread runs. */
    record Switch(int thread) implements Row {}

    /**
     * Steps that are left out.
     *
     * @param steps how many
     * @param text such as {@code … 12 steps of main}
     */
    record Fold(int steps, String text) implements Row {}
  }

  /**
   * What one thread does, or the state it is in while another one moves.
   *
   * @param text such as {@code read value → 0} or {@code still holds 0 (old)}; may be empty
   * @param kind what sort of thing the text says
   * @param bars what holds for the thread during this row
   */
  public record Cell(String text, Kind kind, List<Bar> bars) {
    /** Copies the bars. */
    public Cell {
      bars = List.copyOf(bars);
    }
  }

  /** What a cell says. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** Reads a variable. */
    READ,
    /** Writes a variable. */
    WRITE,
    /** Takes a lock. */
    LOCK,
    /** Gives a lock back. */
    UNLOCK,
    /** Begins to wait for a lock, a signal, a time or a thread. */
    WAIT,
    /** Wakes another thread, or goes on after a wait. */
    SIGNAL,
    /** Starts, ends or interrupts a thread. */
    THREAD,
    /** Calls a library method. */
    CALL,
    /** Prints. */
    PRINT,
    /** Fails. */
    FAILURE,
    /** The thread does nothing in this row; the text says what state it is in. */
    STATE
  }

  /** A state that lasts over several rows, drawn as a bar beside them. */
  public enum Bar {
    /** The thread still works with a value that is no longer in memory, or soon is not. */
    STALE,
    /** The thread holds a lock of the conflict. */
    HOLDS,
    /** The thread can not go on. */
    BLOCKED
  }

  /**
   * The memory column of one row.
   *
   * @param struck a value that was overwritten unseen, with its writer, such as {@code 1 (Bob)};
   *     empty when none was
   * @param text what is there now
   * @param changed whether this row changed it
   */
  public record Memory(String struck, String text, boolean changed) {
    /** Nothing to show. */
    public static final Memory NONE = new Memory("", "", false);
  }

  /**
   * A cause, drawn from a cell to an earlier one.
   *
   * @param fromNumber {@link Row.Step#number} of the step that did it
   * @param fromThread its thread
   * @param toNumber the step that it undid
   * @param toThread that step's thread
   * @param label such as {@code overwrites Bob's 1}
   */
  public record Arrow(int fromNumber, int fromThread, int toNumber, int toThread, String label) {}
}
