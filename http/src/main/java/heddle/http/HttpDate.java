package heddle.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them (RFC 9110 section 5.6.7): one form to send, three to understand. */
public final class HttpDate {
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

  /** Years of two digits that look more than this far ahead belong to the century before. */
  private static final int FUTURE_YEARS_MAX = 50;

  private HttpDate() {}

  /** Writes {@code instant} as in {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
  public static String format(Instant instant) {
    return IMF_FIXDATE.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** Reads any of the three forms; empty if {@code text} is none of them. */
  public static Optional<Instant> parse(String text) {
    for (DateTimeFormatter form : List.of(IMF_FIXDATE, rfc850(), ASCTIME)) {
      try {
        return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException e) {
        // not this form; the next
      }
    }
    return Optional.empty();
  }

  /** The obsolete form with a two-digit year, whose century depends on today. */
  private static DateTimeFormatter rfc850() {
    int base = ZonedDateTime.now(ZoneOffset.UTC).getYear() + FUTURE_YEARS_MAX - 99;
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, base)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH);
  }
}
