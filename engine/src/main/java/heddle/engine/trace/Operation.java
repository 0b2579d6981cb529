package heddle.engine.trace;

/**
 * What a thread did. Variables and locks carry the name that a person wrote: {@code Counter.value},
 * {@code accounts[2]}, {@code forkA}. Values are short texts.
 */
public sealed interface Operation {
  /**
   * Returns whether it reads or writes a variable that gave its name to the object in it, such as a
   * collection: then the value says nothing.
   */
  default boolean namesItself() {
    return switch (this) {
      case Read(String variable, String value) -> value.equals(variable);
      case Write(String variable, String _, String value) -> value.equals(variable);
      default -> false;
    };
  }

  /** Read {@code value} from a field or an array element. */
  record Read(String variable, String value) implements Operation {}

  /** Read {@code value} from a variable that held {@code newest} by then. */
  record ReadStale(String variable, String value, String newest) implements Operation {}

  /** Wrote {@code value} over {@code before}. */
  record Write(String variable, String before, String value) implements Operation {}

  /** Entered a monitor or took a lock. */
  record Acquire(String lock) implements Operation {}

  /** Left a monitor or gave a lock back. */
  record Release(String lock) implements Operation {}

  /** Wants a lock that {@code owner} holds, and is blocked. */
  record Blocked(String lock, int owner) implements Operation {}

  /**
   * Waits in a wait set, on a condition or parked, for {@code what}; {@code nanos} is the time-out,
   * 0 for none.
   */
  record Waits(String what, long nanos) implements Operation {}

  /**
   * Goes on after {@link Waits}; {@code why} is {@code notified}, {@code timed out}, {@code
   * interrupted} or so.
   */
  record Resumes(String what, String why) implements Operation {}

  /** Notified {@code woken} threads that wait on {@code monitor}; 0 is a signal to nobody. */
  record Notifies(String monitor, int woken, boolean all) implements Operation {}

  /** Sleeps for {@code nanos}. */
  record Sleeps(long nanos) implements Operation {}

  /** Started a thread. */
  record Starts(int thread) implements Operation {}

  /** Waits for the end of a thread, or saw that it had ended. */
  record Joins(int thread) implements Operation {}

  /** Interrupted a thread. */
  record Interrupts(int thread) implements Operation {}

  /**
   * Called a library method that synchronizes, such as {@code hits.incrementAndGet()}; {@code
   * result} may be empty.
   */
  record Calls(String call, String result) implements Operation {
    /**
     * Returns what the method is called on: {@code hits} in {@code hits.incrementAndGet()}, {@code
     * pool.submit()} in {@code pool.submit().get()}; empty when there is no such thing.
     */
    public String receiver() {
      return call.substring(0, Math.max(dot(), 0));
    }

    /** Returns the name of the method: {@code get} in {@code pool.submit().get()}. */
    public String method() {
      int open = arguments();
      return call.substring(dot() + 1, open < 0 ? call.length() : open);
    }

    private int dot() {
      int open = arguments();
      return call.lastIndexOf('.', open < 0 ? call.length() : open);
    }

    /** Returns where the arguments of the last call begin; -1 when there are none. */
    private int arguments() {
      int depth = 0;
      for (int i = call.length() - 1; i >= 0; i--) {
        depth += call.charAt(i) == ')' ? 1 : call.charAt(i) == '(' ? -1 : 0;
        if (depth == 0) {
          return call.charAt(i) == '(' ? i : -1;
        }
      }
      return -1;
    }
  }

  /**
   * Something passed over the network.
   *
   * @param what what became of it
   * @param datagram the number of a datagram in its execution, from 1, by which those of the same
   *     content are told apart; 0 for what belongs to a connection
   * @param from the address that it came from, such as {@code localhost:49152}
   * @param to the address that it goes to
   * @param payload the bytes; {@link Payload#NONE} for what carries none
   */
  record Transfers(Transfer what, int datagram, String from, String to, Payload payload)
      implements Operation {
    /** Returns how many bytes, and which, as {@code 2 bytes "ab"}; empty for what carries none. */
    public String content() {
      return payload.words();
    }
  }

  /** What became of a message. */
  enum Transfer {
    /** A connection was established. */
    CONNECTED,
    /** A connection was refused. */
    REFUSED,
    /** A connection was taken by the program that listens. */
    ACCEPTED,
    /** Sent. */
    SENT,
    /** Sent, and arrives late. */
    SENT_LATE,
    /** Sent, but the connection is reset. */
    RESET,
    /** Sent, but held, because the hosts can not reach each other. */
    HELD,
    /** The link between two hosts was cut. */
    PARTITIONED,
    /** The link between two hosts was repaired. */
    REPAIRED,
    /** A host lost its power. */
    CRASHED,
    /** A host was started again. */
    RESTARTED,
    /** A datagram that gets lost. */
    LOST,
    /** A datagram to a port that nobody receives at. */
    UNREACHABLE,
    /** A datagram that arrives twice. */
    DUPLICATED,
    /** All that had arrived was read. */
    RECEIVED,
    /** A part of what had arrived was read. */
    SPLIT,
    /** A read saw that no more will come. */
    END_OF_STREAM,
    /** One end will send nothing more, and still reads. */
    ENDED,
    /** One end was closed. */
    CLOSED,
    /** One end was closed and the connection reset. */
    ABORTED
  }

  /** Printed a line or a part of one. */
  record Prints(String text) implements Operation {}

  /** Died of an exception. */
  record Throws(String type, String message) implements Operation {}

  /** Left the program with {@code status}. */
  record Exits(int status) implements Operation {}

  /** Ended. */
  record Ends() implements Operation {}
}
