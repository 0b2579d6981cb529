package heddle.lab.course;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with named values before it: lines of {@code key: value} between two lines of three
 * dashes, as at the top of a chapter.
 *
 * @param where the file, for complaints
 * @param values the values by their keys
 * @param body what follows
 */
record FrontMatter(String where, Map<String, String> values, String body) {
  private static final Pattern LINE = Pattern.compile("([a-z-]+): *(.*)");
  private static final String FENCE = "---\n";

  static FrontMatter parse(String where, String text) throws CourseException {
    int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
    if (!text.startsWith(FENCE) || end < 0) {
      throw new CourseException(
          where + ": expected lines 'key: value' between two lines '---' at its top, got none");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.substring(FENCE.length(), end).lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new CourseException(where + ": expected 'key: value', got '" + line + "'");
      }
      values.put(matcher.group(1), matcher.group(2).strip());
    }
    return new FrontMatter(where, Map.copyOf(values), text.substring(end + 1 + FENCE.length()));
  }

  String required(String key) throws CourseException {
    String value = values.getOrDefault(key, "");
    if (value.isEmpty()) {
      throw new CourseException(where + ": expected '" + key + ": …' at its top, got none");
    }
    return value;
  }

  int minutes() throws CourseException {
    String value = required("minutes");
    if (!value.matches("[1-9]\\d?")) {
      throw new CourseException(where + ": minutes: expected 1 to 99, got " + value);
    }
    return Integer.parseInt(value);
  }
}
