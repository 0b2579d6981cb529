package heddle.http.websocket;

/** What is sent and received as a whole. */
public sealed interface Message {
  /** Text. */
  record Text(String text) implements Message {}

  /**
   * Bytes.
   *
   * @param bytes not changed afterwards
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Binary(byte[] bytes) implements Message {}
}
