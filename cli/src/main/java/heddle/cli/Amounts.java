package heddle.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads amounts as people type them: {@code 10s}, {@code 1.5m}, {@code 100_000}, {@code 20k}. */
final class Amounts {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h)?");
  private static final Pattern COUNT = Pattern.compile("(\\d[\\d_,]{0,25})([kM]?)");

  private Amounts() {}

  /** Reads a length of time; a number alone is seconds. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher matcher = TIME.matcher(text.toLowerCase(Locale.ROOT));
      if (matcher.matches()) {
        double number = Double.parseDouble(matcher.group(1));
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        long millis =
            switch (unit) {
              case "ms" -> Math.round(number);
              case "m" -> Math.round(number * 60_000);
              case "h" -> Math.round(number * 3_600_000);
              default -> Math.round(number * 1_000);
            };
        if (millis > 0) {
          return Duration.ofMillis(millis);
        }
      }
      throw new TypeConversionException(
          "expected a time above zero such as 500ms, 10s or 2m, got '" + text + "'");
    }
  }

  /** Reads a number of things, at least one. */
  static final class Count implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      Matcher matcher = COUNT.matcher(text);
      if (matcher.matches()) {
        try {
          long number = Long.parseLong(matcher.group(1).replaceAll("[_,]", ""));
          long unit =
              switch (matcher.group(2)) {
                case "k" -> 1_000;
                case "M" -> 1_000_000;
                default -> 1;
              };
          if (number > 0) {
            return Math.multiplyExact(number, unit);
          }
        } catch (ArithmeticException | NumberFormatException tooLarge) {
          // Falls through to the message: there is no such number of executions.
        }
      }
      throw new TypeConversionException(
          "expected a number above zero such as 1000, 100_000 or 20k, got '" + text + "'");
    }
  }
}
