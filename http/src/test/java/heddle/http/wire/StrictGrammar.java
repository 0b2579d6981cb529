package heddle.http.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second reading of RFC 9112, as regular expressions over a whole head, made to be compared with
 * the parser: slow, and written without looking at it. It says only whether a head is accepted and
 * how its body ends.
 */
final class StrictGrammar {
  private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";

  private static final Pattern HEAD =
      Pattern.compile(
          "(?:\\r\\n)?("
              + TOKEN
              + ") ([\\x21-\\x7e]+) HTTP/1\\.([0-9])\\r\\n((?:[^\\r\\n]*\\r\\n)*?)\\r\\n",
          Pattern.DOTALL);

  private static final Pattern FIELD =
      Pattern.compile(
          "("
              + TOKEN
              + "):[ \\t]*((?:[\\x21-\\x7e\\x80-\\xff](?:[\\t\\x20-\\x7e\\x80-\\xff]*[\\x21-\\x7e\\x80-\\xff])?)?)[ \\t]*");

  private static final Pattern HOST =
      Pattern.compile("(?:[-._~%!$&'()*+,;=0-9A-Za-z]+|\\[[:.0-9A-Za-z]+\\])(?::[0-9]{0,5})?");

  private StrictGrammar() {}

  /**
   * Returns {@code chunked}, a length, or {@code refused} for a complete head; {@code incomplete}
   * if it has no end.
   */
  static String read(String head) {
    Matcher matcher = HEAD.matcher(head);
    if (!matcher.lookingAt()) {
      return head.contains("\r\n\r\n") && !head.startsWith("\r\n\r\n") ? "refused" : "unknown";
    }
    List<String> hosts = new ArrayList<>();
    List<String> lengths = new ArrayList<>();
    List<String> codings = new ArrayList<>();
    List<String> expectations = new ArrayList<>();
    for (String line : matcher.group(4).split("\r\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      Matcher field = FIELD.matcher(line);
      if (!field.matches()) {
        return "refused";
      }
      switch (field.group(1).toLowerCase(Locale.ROOT)) {
        case "host" -> hosts.add(field.group(2));
        case "content-length" -> lengths.add(field.group(2));
        case "transfer-encoding" -> codings.add(field.group(2));
        case "expect" -> expectations.add(field.group(2));
        default -> {}
      }
    }
    boolean old = matcher.group(3).equals("0");
    boolean good =
        (hosts.size() == 1 || (old && hosts.isEmpty()))
            && hosts.stream().allMatch(host -> HOST.matcher(host).matches())
            && (old
                || expectations.isEmpty()
                || expectations.getFirst().equalsIgnoreCase("100-continue"))
            && isTarget(matcher.group(1), matcher.group(2));
    return good ? framing(old, lengths, codings) : "refused";
  }

  private static String framing(boolean old, List<String> lengths, List<String> codings) {
    if (codings.isEmpty()) {
      return lengths.isEmpty()
          ? "0"
          : lengths.size() == 1 && lengths.getFirst().matches("[0-9]{1,18}")
              ? String.valueOf(Long.parseLong(lengths.getFirst()))
              : "refused";
    }
    boolean plain =
        !old
            && lengths.isEmpty()
            && codings.size() == 1
            && codings.getFirst().equalsIgnoreCase("chunked");
    return plain ? "chunked" : "refused";
  }

  /** Paths are resolved by another hand; here only their form counts. */
  private static boolean isTarget(String method, String target) {
    if (method.equals("CONNECT") || method.length() > 32) {
      return false;
    }
    if (target.equals("*")) {
      return method.equals("OPTIONS");
    }
    String after =
        target.replaceFirst("(?i)^https?://(?=[^/?])" + HOST.pattern() + "(?=[/?]|$)", "");
    boolean absolute = after.length() < target.length();
    String rest = absolute && !after.startsWith("/") ? "/" + after : after;
    String path = rest.replaceFirst("\\?.*", "");
    return rest.startsWith("/")
        && path.matches("(?:[^%#\\\\]|%(?!00)[0-9A-Fa-f]{2})*")
        && isUtf8(path)
        && !climbs(path);
  }

  private static boolean isUtf8(String path) {
    for (String segment : path.split("/", -1)) {
      byte[] bytes = new byte[segment.length()];
      int size = 0;
      for (int i = 0; i < segment.length(); i++) {
        boolean escaped = segment.charAt(i) == '%';
        bytes[size++] =
            (byte) (escaped ? Integer.parseInt(segment, i + 1, i + 3, 16) : segment.charAt(i));
        i += escaped ? 2 : 0;
      }
      String text = new String(bytes, 0, size, StandardCharsets.UTF_8);
      if (text.indexOf('\ufffd') >= 0 && !segment.toLowerCase(Locale.ROOT).contains("%ef%bf%bd")) {
        return false;
      }
    }
    return true;
  }

  private static boolean climbs(String path) {
    int depth = 0;
    String[] segments = path.replaceAll("(?i)%2e", ".").substring(1).split("/", -1);
    for (String segment : segments) {
      depth += segment.equals("..") ? -1 : segment.equals(".") ? 0 : 1;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }
}
