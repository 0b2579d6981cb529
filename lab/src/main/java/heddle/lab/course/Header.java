package heddle.lab.course;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment at the top of a program of the course, a {@code // key: value} a line, and the
 * program below it. Learners see the program alone.
 *
 * @param where the file, for complaints
 * @param values the values by their keys
 * @param program the text without the header
 */
record Header(String where, Map<String, String> values, String program) {
  private static final Set<String> KEYS =
      Set.of("verdict", "why", "only-sleep", "criterion", "what", "fails", "seconds");
  private static final Pattern LINE = Pattern.compile("// ([a-z-]+): (.+)");

  static Header parse(String where, String text) throws CourseException {
    Map<String, String> values = new LinkedHashMap<>();
    int start = 0;
    while (text.startsWith("// ", start)) {
      int end = text.indexOf('\n', start);
      Matcher matcher = LINE.matcher(text.substring(start, end < 0 ? text.length() : end));
      if (!matcher.matches() || !KEYS.contains(matcher.group(1))) {
        break;
      }
      values.put(matcher.group(1), matcher.group(2).strip());
      start = end < 0 ? text.length() : end + 1;
    }
    return new Header(where, Map.copyOf(values), text.substring(start));
  }

  String required(String key) throws CourseException {
    String value = values.getOrDefault(key, "");
    if (value.isEmpty()) {
      throw new CourseException(where + ": expected a line '// " + key + ": …' at its top");
    }
    return value;
  }

  String value(String key) {
    return values.getOrDefault(key, "");
  }
}
