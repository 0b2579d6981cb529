package heddle.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The cause of a finding, by name. It is claimed only where the execution proves it.
 *
 * @param kind which of the causes that have a name
 * @param subjects the variables, locks or pools that it is about, as the program calls them
 * @param steps the steps of the trace that prove it, in order; see {@link
 *     heddle.engine.trace.Event#step}
 * @param mark what a picture points out, where there is such a thing
 */
public record Cause(Kind kind, List<String> subjects, List<Integer> steps, Optional<Mark> mark) {
  /** Copies the lists. */
  public Cause {
    subjects = List.copyOf(subjects);
    steps = List.copyOf(steps);
  }

  /** The causes that have a name. */
  public enum Kind {
    /** A thread looked, another changed what it had seen, and the first acted on what it saw. */
    CHECK_THEN_ACT,
    /** A thread read two variables that another writes together, one before and one after that. */
    TORN_READ,
    /** A signal was given while nobody waited for it, and then a thread waited for it for ever. */
    LOST_WAKE_UP,
    /** A thread that was woken went on although what it had waited for did not hold any more. */
    IF_INSTEAD_OF_WHILE,
    /** A single notification woke a thread that had no use for it, and another one slept on. */
    NOTIFY_INSTEAD_OF_NOTIFY_ALL,
    /** Threads took the same locks in different orders, and each holds what the next one wants. */
    LOCK_ORDER_INVERSION,
    /** A thread waits for a lock that it holds itself, and that does not let it in again. */
    SELF_DEADLOCK,
    /** All threads of a pool wait for tasks that are queued behind them. */
    EXHAUSTED_POOL,
    /** A lock or a permit was not given back by the one who took it. */
    FORGOTTEN_UNLOCK,
    /** An executor or a timer was never shut down. */
    LEAKED_EXECUTOR,
    /** Nothing but a sleep makes one thread come before another. */
    ORDERING_BY_SLEEP,
    /** An interrupt was caught and dropped, and the thread went on to wait. */
    INTERRUPT_SWALLOWED,
    /** A part of a message was taken for the whole, because one read gave no more. */
    MESSAGE_IN_ONE_READ,
    /** Bytes were decoded piece by piece, and a piece ended inside a character. */
    CHARACTER_CUT,
    /** Both ends of a connection wait to read, and what one of them wrote is still in a buffer. */
    NOT_FLUSHED,
    /** Both ends of a connection wait for the other one to send. */
    BOTH_ENDS_READ,
    /** The reader waits for an end that no one will send, because the other end was not closed. */
    CONNECTION_NOT_CLOSED,
    /** A thread waits without a time-out for an answer of a peer that has ended. */
    NO_TIME_OUT,
    /** A read saw the end of the stream, and the thread went on as if it had got something. */
    END_OF_STREAM_IGNORED,
    /** The thread that accepts connections has ended, and a client is not served. */
    ACCEPT_LOOP_ENDED,
    /** A datagram was lost, came twice or was overtaken. */
    UDP_TAKEN_FOR_RELIABLE;

    /** Returns the name as labels write it, such as {@code lost-wake-up}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What a picture points out: an arrow back from one step to another, and a band beside the thread
   * of the first that lasts up to there.
   *
   * @param from the step at which the arrow begins
   * @param to the earlier step at which it ends
   * @param label what stands on it, such as {@code missed this signal}
   * @param since the step at which the band begins; 0 for no band
   * @param band what holds for that thread meanwhile, such as {@code still takes map for empty}
   */
  public record Mark(int from, int to, String label, int since, String band) {}
}
