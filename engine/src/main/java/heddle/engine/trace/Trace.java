package heddle.engine.trace;

import java.util.List;

/**
 * The events of one execution.
 *
 * @param threads the threads in the order in which they were started; {@code main} first
 * @param events what happened, in order
 */
public record Trace(List<TracedThread> threads, List<Event> events) {
  /** Copies the lists. */
  public Trace {
    threads = List.copyOf(threads);
    events = List.copyOf(events);
  }

  /** Returns what was sent over the network, in the order in which it was sent. */
  public List<Message> messages() {
    return MessageList.of(events);
  }

  /**
   * A thread of the program.
   *
   * @param number its number in schedules and events
   * @param name its name as the program gave it, or as a person would say it
   * @param virtual whether it is a virtual thread
   * @param daemon whether it lets the program end
   */
  public record TracedThread(int number, String name, boolean virtual, boolean daemon) {}
}
