package heddle.engine.schedule;

/** What a task waits for on the network, for those who explain why it does not go on. */
public interface NetworkWait {
  /** Returns it in words, such as {@code bytes from localhost:49152}. */
  String what();

  /**
   * Returns whether it waits for bytes that {@code other}, on the other end, would have to send.
   */
  boolean readsFrom(NetworkWait other);

  /** Returns whether it waits for somebody new to come: for a connection, say. */
  boolean isForClients();
}
