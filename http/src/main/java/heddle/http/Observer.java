package heddle.http;

/**
 * Is told what a server does, for logs and metrics. Called on connections' threads: implementations
 * must be thread-safe and must not block.
 */
public interface Observer {
  /** Observes nothing. */
  Observer NONE = new Observer() {};

  /** A connection was accepted. */
  default void connected() {}

  /** A connection was turned away because of a limit. */
  default void rejected() {}

  /** An accepted connection ended. */
  default void disconnected() {}

  /** A response was written. */
  default void exchanged(Exchange exchange) {}

  /** Returns an observer that tells both. */
  static Observer both(Observer first, Observer second) {
    return new Observer() {
      @Override
      public void connected() {
        first.connected();
        second.connected();
      }

      @Override
      public void rejected() {
        first.rejected();
        second.rejected();
      }

      @Override
      public void disconnected() {
        first.disconnected();
        second.disconnected();
      }

      @Override
      public void exchanged(Exchange exchange) {
        first.exchanged(exchange);
        second.exchanged(exchange);
      }
    };
  }
}
