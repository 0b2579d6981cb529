package heddle.http.websocket;

import java.time.Duration;
import java.util.List;

/**
 * Bounds and choices for WebSocket connections. Immutable.
 *
 * @param messageBytesMax of a message after decompression, fragments together (close code 1009)
 * @param idle longest silence of the peer; pings and pongs count as speech
 * @param writePause longest time in which the peer takes nothing of what is sent
 * @param compression whether to compress if the client can
 * @param origins whose pages may connect, as in {@code https://example.org}; empty for pages of the
 *     same host only
 * @param protocols that are spoken, the preferred one first
 */
public record WebSocketSettings(
    int messageBytesMax,
    Duration idle,
    Duration writePause,
    boolean compression,
    List<String> origins,
    List<String> protocols) {
  /** One MiB a message, five minutes of silence, compression, same host only. */
  public static final WebSocketSettings DEFAULT =
      new WebSocketSettings(
          1 << 20, Duration.ofMinutes(5), Duration.ofSeconds(20), true, List.of(), List.of());

  /** Copies the lists. */
  public WebSocketSettings {
    origins = List.copyOf(origins);
    protocols = List.copyOf(protocols);
    if (messageBytesMax < 1) {
      throw new IllegalArgumentException(
          "messageBytesMax: expected at least 1, got " + messageBytesMax);
    }
  }

  /** Returns these settings with another bound for messages, in bytes. */
  public WebSocketSettings withMessageBytes(int bytes) {
    return new WebSocketSettings(bytes, idle, writePause, compression, origins, protocols);
  }

  /** Returns these settings with another bound for silence. */
  public WebSocketSettings withIdle(Duration silence) {
    return new WebSocketSettings(
        messageBytesMax, silence, writePause, compression, origins, protocols);
  }

  /** Returns these settings with these subprotocols. */
  public WebSocketSettings withProtocols(List<String> spoken) {
    return new WebSocketSettings(messageBytesMax, idle, writePause, compression, origins, spoken);
  }

  /** Returns these settings with these origins. */
  public WebSocketSettings withOrigins(List<String> allowed) {
    return new WebSocketSettings(
        messageBytesMax, idle, writePause, compression, allowed, protocols);
  }
}
