package heddle.engine.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Is told what happens in an execution: to record it, or to look for data races. Called by the
 * running task, after the scheduling point and before the operation, so that what it finds in
 * memory is what the operation finds.
 */
public interface Observer {
  /** A field of {@code owner}, or a static field when it is null, is read or written. */
  void access(Task task, @Nullable Object owner, int index, boolean write, int site);

  /**
   * The read that comes next finds an older value: as yet, the variable holds the newest, and by
   * {@link #access} the one that is read.
   */
  default void findsStale(Task task, @Nullable Object owner, int index, int site) {}

  /** A monitor was entered. */
  void entered(Task task, Monitor monitor, int site);

  /** A monitor is held by another: the task is blocked. */
  void blocked(Task task, Monitor monitor, int site);

  /** A monitor is left. */
  void exited(Task task, Monitor monitor);

  /** The task waits: in a wait set, parked, asleep or for the end of another. */
  void waits(Task task, Task.State how, @Nullable Object on, long nanos, int site);

  /** The task goes on after a wait. */
  void resumed(Task task, Task.State how, @Nullable Object on);

  /** A notification went to {@code woken} tasks. */
  void signalled(Task task, Object monitor, int woken, boolean all, int site);

  /** {@code woken} was notified, unparked or interrupted by {@code task}. */
  void woke(Task task, Task woken);

  /** {@code child} was started. */
  void started(Task task, Task child);

  /** {@code task} saw the end of {@code child}. */
  void joined(Task task, Task child);

  /** {@code target} was interrupted. */
  void interrupts(Task task, Thread target);

  /** A method of a collection that does not synchronize is called. */
  void uses(Task task, Object collection, int site);

  /** A library method that synchronizes is called. */
  void calls(Task task, @Nullable Object receiver, int site);

  /** It has returned. */
  void called(Task task, @Nullable Object result, boolean changed, int site);

  /** The JDK hands on what {@code task} has done, by way of {@code key}. */
  default void gives(Task task, Object key) {}

  /** {@code task} receives what was handed on by way of {@code key}. */
  default void takes(Task task, Object key) {}

  /** {@code task} learns that {@code target} was interrupted. */
  default void sawInterrupt(Task task, Thread target) {}

  /** Code of the program is entered from a library. */
  void enteredProgram(Task task);

  /** Code of the program is left to a library. */
  void leftProgram(Task task);

  /** Returns whether {@link #message} is to be called: to say what passes takes time. */
  default boolean hearsMessages() {
    return false;
  }

  /** The task is about to wait for the network. */
  default void waitsForNetwork(Task task) {}

  /** Something passed over the network, by what the task did. */
  default void message(Task task, Passage passage, Packet packet) {}

  /**
   * What passed over the network.
   *
   * @param datagram the number of a datagram in its execution, from 1; 0 for what belongs to a
   *     connection
   * @param from the address that it came from
   * @param to the address that it goes to
   * @param bytes the bytes; none for what carries none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Packet(int datagram, String from, String to, byte[] bytes) {}

  /** What passed over the network. */
  enum Passage {
    /** A connection was established. */
    CONNECTED,
    /** A connection was asked for, and refused. */
    REFUSED,
    /** A connection was taken by the program that listens. */
    ACCEPTED,
    /** Bytes were sent. */
    SENT,
    /** Bytes were sent that arrive late. */
    SENT_LATE,
    /** Bytes were sent that no one will get, because the connection is reset. */
    RESET,
    /** Bytes were sent that are held, because the hosts can not reach each other. */
    HELD,
    /** The link between two hosts was cut. */
    PARTITIONED,
    /** The link between two hosts was repaired. */
    REPAIRED,
    /** A host lost its power. */
    CRASHED,
    /** A host was started again. */
    RESTARTED,
    /** A datagram was sent that gets lost. */
    LOST,
    /** A datagram was sent to a port that nobody receives at. */
    UNREACHABLE,
    /** A datagram was sent that arrives twice. */
    DUPLICATED,
    /** A read got all bytes that had arrived. */
    RECEIVED,
    /** A read got some of the bytes that had arrived. */
    SPLIT,
    /** A read saw that no more will come. */
    END_OF_STREAM,
    /** One end will send nothing more, and still reads. */
    ENDED,
    /** One end was closed. */
    CLOSED,
    /** One end was closed and the connection reset, such as because bytes were left unread. */
    ABORTED
  }

  /** A thread was stored in a variable. */
  void named(Thread thread, String variable);

  /** The task ended. */
  void ended(Task task);
}
