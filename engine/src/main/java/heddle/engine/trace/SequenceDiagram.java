package heddle.engine.trace;

import heddle.engine.Verdict;
import heddle.engine.trace.Lanes.Shape;
import java.util.List;

/**
 * The messages of an execution as a sequence diagram: time runs down, one lifeline a participant,
 * one arrow a delivery.
 *
 * <p>Text, JSON and HTML are drawn from this one model. It is empty when nothing was sent.
 *
 * @param participants the threads that send or receive; hosts, where threads are named {@code
 *     host/thread}
 * @param lines the moments at which something is sent or received, in order
 * @param arrows the messages, in the order in which they were sent
 * @param hidden how many messages are left out
 */
public record SequenceDiagram(
    List<Participant> participants, List<Line> lines, List<Arrow> arrows, int hidden) {
  /** How many messages are shown unless all are asked for. */
  static final int MESSAGES_SHOWN = 10;

  /** Copies the lists. */
  public SequenceDiagram {
    participants = List.copyOf(participants);
    lines = List.copyOf(lines);
    arrows = List.copyOf(arrows);
  }

  /**
   * Returns the messages that something happened to and the latest of the others, beside {@code
   * lanes} of the same execution, whose letters and numbers it uses.
   */
  public static SequenceDiagram of(Verdict.Fails fails, Lanes lanes) {
    return new SequenceBuilder(fails.trace(), lanes, MESSAGES_SHOWN).build();
  }

  /** Returns all messages of an execution. */
  public static SequenceDiagram all(Verdict.Fails fails, Lanes lanes) {
    return new SequenceBuilder(fails.trace(), lanes, Integer.MAX_VALUE).build();
  }

  /** Returns whether nothing was sent. */
  public boolean isEmpty() {
    return arrows.isEmpty();
  }

  /**
   * One lifeline.
   *
   * @param name the thread's name, or the host's, or the address where no thread ever took part
   * @param letter what the lanes call the thread
   * @param shape the outline of its badge
   * @param colour as {@link Lanes#colourOf} gives it
   */
  public record Participant(String name, String letter, Shape shape, int colour) {}

  /**
   * A moment.
   *
   * @param step the step of the trace
   * @param number the number of the lanes' row of that step; 0 when they do not show it
   */
  public record Line(int step, int number) {}

  /**
   * One message on its way to one read. A message that is split or duplicated has several arrows
   * from one line, and messages that are joined have arrows to one line.
   *
   * @param message {@link Message#number}
   * @param from index of the participant that sends
   * @param fromLine index of the line on which it sends
   * @param to index of the participant that receives, or would have
   * @param toLine index of the line on which it receives; the same as {@code fromLine} when nothing
   *     happened in between, -1 when it never does
   * @param sent the step of the sending
   * @param delivered the step of the read; 0 when there is none
   * @param whole what is sent, such as {@code "abc\n"} or {@code connect}
   * @param label what of it arrives: less than the whole of a message that is split, such as {@code
   *     "ab"}
   * @param note what became of it, such as {@code 2 of 4 bytes}; empty when nothing did
   * @param look how it is to be drawn
   * @param sentence the same in words
   */
  public record Arrow(
      int message,
      int from,
      int fromLine,
      int to,
      int toLine,
      int sent,
      int delivered,
      String whole,
      String label,
      String note,
      Look look,
      String sentence) {}

  /** How an arrow is drawn; nothing is said by colour alone. */
  public enum Look {
    /** A full line with a tip. */
    PLAIN,
    /** A dotted line: it carries no bytes. */
    CONTROL,
    /** A part of a message, or one of several in one read, or one of two copies. */
    PART,
    /** A dashed line: it is late or overtaken. */
    LATE,
    /** A line that ends in a cross: it never arrives. */
    CROSSED,
    /** A line without a tip: nobody has read it. */
    UNREAD
  }
}
