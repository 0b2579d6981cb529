package heddle.http.wire;

import heddle.http.HttpDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The {@code Date} field of all responses of one second. Thread-safe: two threads at most render
 * the same twice.
 */
final class DateLine {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Second(long epochSecond, byte[] line) {}

  private static volatile Second current = new Second(-1, new byte[0]);

  private DateLine() {}

  /** Returns the field with its line end; not to be changed. */
  static byte[] now() {
    long epochSecond = System.currentTimeMillis() / 1000;
    Second second = current;
    if (second.epochSecond() != epochSecond) {
      String line = "Date: " + HttpDate.format(Instant.ofEpochSecond(epochSecond)) + "\r\n";
      second = new Second(epochSecond, line.getBytes(StandardCharsets.ISO_8859_1));
      current = second;
    }
    return second.line();
  }
}
