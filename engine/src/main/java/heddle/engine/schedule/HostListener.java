package heddle.engine.schedule;

/** Is told, by the running task, what becomes of hosts. */
public interface HostListener {
  /** Returns whether the end of {@code host} can be seen by others: it holds sockets, say. */
  boolean isNoticed(Host host);

  /** The process of {@code host} has ended, and what it held is given back. */
  void ended(Host host);
}
