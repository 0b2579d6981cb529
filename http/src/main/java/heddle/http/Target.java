package heddle.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a request goes: path and query of the request target (RFC 9112 section 3.2), dot segments
 * resolved (RFC 3986 section 5.2.4).
 *
 * @param raw the target as it came
 * @param path decoded, beginning with a slash and without {@code .} and {@code ..} segments; {@code
 *     *} for the whole server. A slash or backslash that came percent-encoded stays encoded, so
 *     that segments stay what they were
 * @param query what follows the question mark, as it came; empty if there is none
 * @param authority host and port of a target in absolute form
 */
public record Target(String raw, String path, String query, Optional<String> authority) {
  /**
   * Reads a request target of visible ASCII characters.
   *
   * @throws HttpException 400 if it is none of origin form, absolute form and {@code *}, if its
   *     percent-encoding or its UTF-8 is broken, if it holds a NUL, or if {@code ..} would climb
   *     over the root
   */
  public static Target parse(String raw) throws HttpException {
    if (raw.equals("*")) {
      return new Target(raw, raw, "", Optional.empty());
    }
    Optional<String> authority = Optional.empty();
    String rest = raw;
    if (!raw.startsWith("/")) {
      int start = afterScheme(raw);
      int end = endOfAuthority(raw, start);
      authority = Optional.of(raw.substring(start, end));
      rest = raw.substring(end);
    }
    int question = rest.indexOf('?');
    String path = question < 0 ? rest : rest.substring(0, question);
    String query = question < 0 ? "" : rest.substring(question + 1);
    return new Target(raw, isPlain(path) ? path : normalize(path), query, authority);
  }

  /**
   * Decodes percent-encoding as UTF-8.
   *
   * @throws HttpException 400 if an escape or the UTF-8 is broken, or a NUL comes out
   */
  public static String decode(String text) throws HttpException {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%') {
        bytes.write(escaped(text, i));
        i += 2;
      } else {
        bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw bad("broken UTF-8 in the target");
    }
  }

  /** Nearly every path: nothing to decode, nothing to resolve. */
  private static boolean isPlain(String path) {
    return !path.isEmpty()
        && path.indexOf('%') < 0
        && !path.contains("/.")
        && path.indexOf('\\') < 0
        && path.indexOf('#') < 0;
  }

  private static String normalize(String path) throws HttpException {
    if (path.isEmpty()) {
      return "/";
    }
    List<String> segments = new ArrayList<>();
    String[] parts = path.substring(1).split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      String segment = segment(parts[i]);
      boolean last = i == parts.length - 1;
      switch (segment) {
        case "." -> addIf(last, segments);
        case ".." -> {
          if (segments.isEmpty()) {
            throw bad("the path climbs over the root");
          }
          segments.removeLast();
          addIf(last, segments);
        }
        default -> segments.add(segment);
      }
    }
    return "/" + String.join("/", segments);
  }

  /** A dot segment at the end leaves a folder, which ends with a slash. */
  private static void addIf(boolean last, List<String> segments) {
    if (last) {
      segments.add("");
    }
  }

  private static String segment(String part) throws HttpException {
    if (part.indexOf('\\') >= 0 || part.indexOf('#') >= 0) {
      throw bad("a character in the path must be percent-encoded");
    }
    String decoded = decode(part);
    return decoded.indexOf('/') < 0 && decoded.indexOf('\\') < 0
        ? decoded
        : decoded.replace("%", "%25").replace("/", "%2F").replace("\\", "%5C");
  }

  private static int escaped(String text, int percent) throws HttpException {
    int high = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 1), 16) : -1;
    int low = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 2), 16) : -1;
    int value = high * 16 + low;
    if (high < 0 || low < 0) {
      throw bad("broken percent-encoding in the target");
    }
    if (value == 0) {
      throw bad("NUL in the target");
    }
    return value;
  }

  private static int afterScheme(String raw) throws HttpException {
    if (raw.regionMatches(true, 0, "http://", 0, 7)) {
      return 7;
    }
    if (raw.regionMatches(true, 0, "https://", 0, 8)) {
      return 8;
    }
    throw bad("the target is no path and no http URI");
  }

  private static int endOfAuthority(String raw, int start) throws HttpException {
    int end = start;
    while (end < raw.length() && raw.charAt(end) != '/' && raw.charAt(end) != '?') {
      end++;
    }
    if (end == start) {
      throw bad("the target has no host");
    }
    return end;
  }

  private static HttpException bad(String reason) {
    return new HttpException(Status.BAD_REQUEST, reason);
  }
}
