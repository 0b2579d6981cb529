package heddle.http;

import java.time.Duration;

/**
 * How long a client may take for each phase. A client that takes longer is answered 408 if it has
 * begun a request, and the connection is closed.
 *
 * @param firstByte from the connection's beginning to the first byte, TLS handshake included
 * @param head from a request's first byte to the end of its head
 * @param bodyPause longest pause inside a body
 * @param idle from a response to the next request
 * @param writePause longest time in which a client takes nothing of a response
 * @param bytesPerSecond a body must arrive, and a response be taken, at this rate on average at
 *     least, once it has lasted longer than the pause allowed; 0 for no minimum
 */
public record Deadlines(
    Duration firstByte,
    Duration head,
    Duration bodyPause,
    Duration idle,
    Duration writePause,
    int bytesPerSecond) {
  /**
   * Ten seconds to begin, ten for a head, 20 for a pause, 60 idle, and 1 KiB a second: a modem
   * manages that, and a client that drips one byte in a while does not.
   */
  public static final Deadlines DEFAULT =
      new Deadlines(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          1024);

  /** Rejects durations that are not positive. */
  public Deadlines {
    requirePositive("firstByte", firstByte);
    requirePositive("head", head);
    requirePositive("bodyPause", bodyPause);
    requirePositive("idle", idle);
    requirePositive("writePause", writePause);
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException(
          "bytesPerSecond: expected at least 0, got " + bytesPerSecond);
    }
  }

  /** Returns deadlines that are all {@code each} and no minimum rate; for tests. */
  public static Deadlines all(Duration each) {
    return new Deadlines(each, each, each, each, each, 0);
  }

  private static void requirePositive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(name + ": expected more than 0, got " + value);
    }
  }
}
