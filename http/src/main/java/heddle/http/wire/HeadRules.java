package heddle.http.wire;

import heddle.http.Headers;
import heddle.http.HttpException;
import heddle.http.Request.HttpVersion;
import heddle.http.Status;
import heddle.http.Target;
import java.util.List;

/** What the fields of a request's head must fulfil together. */
final class HeadRules {
  /** 10^18 - 1 bytes fit a long with room to add; nobody sends an exabyte. */
  private static final int LENGTH_DIGITS_MAX = 18;

  private HeadRules() {}

  /**
   * Checks that the host is named exactly once and well (RFC 9112 section 3.2); HTTP/1.0 may leave
   * it out.
   *
   * @throws HttpException 400
   */
  static void checkHost(HttpVersion version, Target target, Headers headers) throws HttpException {
    List<String> hosts = headers.all("Host");
    boolean mayBeMissing = version == HttpVersion.HTTP_1_0;
    if (hosts.size() > 1 || (hosts.isEmpty() && !mayBeMissing)) {
      throw bad("expected one Host header, got " + hosts.size());
    }
    boolean wellFormed =
        hosts.stream().allMatch(HeadRules::isHost)
            && target.authority().stream().allMatch(HeadRules::isHost);
    if (!wellFormed) {
      throw bad("the host is malformed");
    }
  }

  /**
   * Checks that nothing is expected but 100-continue (RFC 9110 section 10.1.1).
   *
   * @throws HttpException 417
   */
  static void checkExpect(HttpVersion version, Headers headers) throws HttpException {
    if (version == HttpVersion.HTTP_1_1
        && headers.has("Expect")
        && !headers.firstOr("Expect", "").equalsIgnoreCase("100-continue")) {
      throw new HttpException(Status.EXPECTATION_FAILED, "only 100-continue can be expected");
    }
  }

  /**
   * Decides where the body ends (RFC 9112 section 6.3), refusing whatever two readers could
   * understand differently.
   *
   * @throws HttpException 400, or 501 for a coding that is not known
   */
  static Framing framing(HttpVersion version, Headers headers) throws HttpException {
    List<String> encodings = headers.all("Transfer-Encoding");
    List<String> lengths = headers.all("Content-Length");
    if (!encodings.isEmpty()) {
      return chunked(version, encodings, lengths);
    }
    if (lengths.isEmpty()) {
      return new Framing.None();
    }
    if (lengths.size() > 1) {
      throw bad("expected one Content-Length, got " + lengths.size());
    }
    long bytes = length(lengths.getFirst());
    return bytes == 0 ? new Framing.None() : new Framing.Length(bytes);
  }

  private static Framing chunked(HttpVersion version, List<String> encodings, List<String> lengths)
      throws HttpException {
    if (!lengths.isEmpty()) {
      throw bad("Transfer-Encoding and Content-Length exclude each other");
    }
    if (version == HttpVersion.HTTP_1_0) {
      throw bad("HTTP/1.0 has no Transfer-Encoding");
    }
    if (encodings.size() > 1) {
      throw bad("expected one Transfer-Encoding, got " + encodings.size());
    }
    String encoding = encodings.getFirst();
    if (encoding.equalsIgnoreCase("chunked")) {
      return new Framing.Chunked();
    }
    if (isKnownCodingBeforeChunked(encoding)) {
      throw new HttpException(Status.NOT_IMPLEMENTED, "the only transfer coding is chunked");
    }
    throw bad("the transfer coding must be chunked");
  }

  /** As in {@code gzip, chunked}: well-formed, its end could be found, but nobody decodes it. */
  private static boolean isKnownCodingBeforeChunked(String encoding) {
    return encoding.matches("(?i)(gzip|x-gzip|deflate|compress|x-compress)[ \t]*,[ \t]*chunked");
  }

  private static long length(String digits) throws HttpException {
    boolean wellFormed =
        !digits.isEmpty()
            && digits.length() <= LENGTH_DIGITS_MAX
            && digits.chars().allMatch(Ascii::isDigit);
    if (!wellFormed) {
      throw bad("Content-Length must be one number");
    }
    return Long.parseLong(digits);
  }

  /**
   * Returns whether {@code text} is a host with an optional port (RFC 3986 section 3.2.2), not
   * empty.
   */
  private static boolean isHost(String text) {
    int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
    int colon = text.indexOf(':', bracket + 1);
    String host = colon < 0 ? text : text.substring(0, colon);
    String port = colon < 0 ? "" : text.substring(colon + 1);
    if (text.startsWith("[") && bracket != host.length() - 1) {
      return false;
    }
    String allowed = bracket >= 0 ? ":." : "-._~%!$&'()*+,;=";
    String name = bracket >= 0 ? host.substring(1, bracket) : host;
    return !name.isEmpty()
        && name.chars().allMatch(c -> isLetterOrDigit(c) || allowed.indexOf(c) >= 0)
        && port.length() <= 5
        && port.chars().allMatch(Ascii::isDigit);
  }

  private static boolean isLetterOrDigit(int c) {
    return Ascii.isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  }

  private static HttpException bad(String reason) {
    return new HttpException(Status.BAD_REQUEST, reason);
  }
}
