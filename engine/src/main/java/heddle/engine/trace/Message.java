package heddle.engine.trace;

import java.util.List;

/**
 * Something that one end of a connection, or a sender of datagrams, sent to another, and what
 * became of it.
 *
 * @param number its position among the messages of the execution, from 1
 * @param kind what was sent
 * @param from the address of the sender, such as {@code localhost:49152}
 * @param to the address that it was sent to
 * @param sender number of the thread that sent it, an index into {@link Trace#threads}
 * @param sent the step at which it was sent; see {@link Event#step}
 * @param payload the bytes; {@link Payload#NONE} for {@link Kind#CONNECT} and {@link Kind#END}
 * @param deliveries the reads that got it or parts of it, in order; empty when none did
 * @param fate what became of it on the way
 * @param late whether it arrived later than others had gone on
 */
public record Message(
    int number,
    Kind kind,
    String from,
    String to,
    int sender,
    int sent,
    Payload payload,
    List<Delivery> deliveries,
    Fate fate,
    boolean late) {
  /** Copies the deliveries. */
  public Message {
    deliveries = List.copyOf(deliveries);
  }

  /** What was sent. */
  public enum Kind {
    /** A connection was asked for; it is delivered when it is accepted. */
    CONNECT,
    /** Bytes of one write over a connection (TCP). */
    BYTES,
    /** A datagram (UDP). */
    DATAGRAM,
    /** That no more bytes will come; it is delivered when a read sees the end of the stream. */
    END
  }

  /** What became of a message. */
  public enum Fate {
    /** It arrived as it was sent, or was not read yet when the execution ended. */
    OK,
    /** The network let a read have only a part of it. */
    SPLIT,
    /** A read got it together with another one. */
    JOINED,
    /** It got lost, or nobody receives where it went to. */
    LOST,
    /** It arrived twice. */
    DUPLICATED,
    /** It arrived after one that was sent later. */
    REORDERED,
    /** The connection was refused or reset. */
    RESET
  }

  /**
   * A read that got a message or a part of it.
   *
   * @param step the step of the read
   * @param thread number of the thread that read
   * @param bytes how many bytes of the message it got
   * @param got all that the read got, of other messages too
   */
  public record Delivery(int step, int thread, int bytes, Payload got) {}
}
