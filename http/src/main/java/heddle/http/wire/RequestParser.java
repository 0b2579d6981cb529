package heddle.http.wire;

import heddle.http.Headers;
import heddle.http.HttpException;
import heddle.http.Limits;
import heddle.http.Request.HttpVersion;
import heddle.http.Status;
import heddle.http.Target;
import heddle.http.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads request heads: the grammar of RFC 9112 sections 2 to 5 with every tolerance off, because
 * what two readers understand differently is how requests are smuggled. It takes line by line and
 * never looks at a byte twice.
 *
 * <p>The one tolerance kept is a single empty line before the request line (section 2.2).
 */
public final class RequestParser {
  /** A method longer than this is nobody's. */
  private static final int METHOD_BYTES_MAX = 32;

  private final Limits limits;
  // Both are counted from the head's first byte, because the bytes may move between two calls.
  private int scanned;
  private int line;

  private @Nullable String method;
  private @Nullable Target target;
  private HttpVersion version = HttpVersion.HTTP_1_1;
  private final FieldLines fields;

  /** A parser for the requests of one connection, one after another. */
  public RequestParser(Limits limits) {
    this.limits = limits;
    this.fields = new FieldLines(limits);
  }

  /** Returns whether the first bytes of a head have been seen, but not its end. */
  public boolean isInside() {
    return scanned > 0;
  }

  /**
   * Reads on where the last call stopped.
   *
   * @param bytes holds the head's first byte at {@code start}, which may have moved since the last
   *     call, and what has come since, up to {@code end}
   * @return the head, or null if it is not complete; after a head the parser begins anew
   * @throws HttpException if this is no request that we accept; the parser is of no further use
   *     then
   */
  public @Nullable RequestHead parse(byte[] bytes, int start, int end) throws HttpException {
    if (scanned == 0 && start < end) {
      requireBeginning(bytes[start]);
    }
    while (true) {
      int lineFeed = indexOfLineFeed(bytes, start + scanned, end);
      if (lineFeed < 0) {
        scanned = end - start;
        refuseLongLine(scanned - line);
        return null;
      }
      int from = start + line;
      int to = lineFeed - 1;
      refuseLongLine(to - from);
      if (to < from || bytes[to] != '\r') {
        throw bad("a line must end with CR LF");
      }
      line = lineFeed + 1 - start;
      scanned = line;
      if (takeLine(bytes, from, to)) {
        return finish();
      }
    }
  }

  /** Takes one line without its end; returns whether it was the empty line after the fields. */
  private boolean takeLine(byte[] bytes, int from, int to) throws HttpException {
    if (method != null) {
      if (from == to) {
        return true;
      }
      fields.add(bytes, from, to);
    } else if (from < to) {
      requestLine(bytes, from, to);
    } else if (line > 2) {
      throw bad("more than one empty line before a request");
    }
    return false;
  }

  private void requestLine(byte[] bytes, int from, int to) throws HttpException {
    int afterMethod = from;
    while (afterMethod < to && Tokens.isTokenCharacter(bytes[afterMethod])) {
      afterMethod++;
    }
    if (afterMethod == from || afterMethod == to || bytes[afterMethod] != ' ') {
      throw bad("the request line must begin with a method and one space");
    }
    if (afterMethod - from > METHOD_BYTES_MAX) {
      throw new HttpException(Status.NOT_IMPLEMENTED, "the method is not known");
    }
    int targetFrom = afterMethod + 1;
    int afterTarget = targetFrom;
    while (afterTarget < to && bytes[afterTarget] > ' ' && bytes[afterTarget] < 0x7f) {
      afterTarget++;
    }
    if (afterTarget == targetFrom || afterTarget == to || bytes[afterTarget] != ' ') {
      throw bad("the target must be visible ASCII, followed by one space and the version");
    }
    version = version(bytes, afterTarget + 1, to);
    method = Ascii.method(bytes, from, afterMethod);
    target = target(method, Ascii.text(bytes, targetFrom, afterTarget));
  }

  private static Target target(String method, String raw) throws HttpException {
    if (method.equals("CONNECT")) {
      throw new HttpException(Status.NOT_IMPLEMENTED, "this is no proxy");
    }
    if (raw.equals("*") && !method.equals("OPTIONS")) {
      throw bad("the target * is for OPTIONS only");
    }
    return Target.parse(raw);
  }

  private static HttpVersion version(byte[] bytes, int from, int to) throws HttpException {
    boolean wellFormed =
        to - from == 8
            && Ascii.startsWith(bytes, from, "HTTP/")
            && Ascii.isDigit(bytes[from + 5])
            && bytes[from + 6] == '.'
            && Ascii.isDigit(bytes[from + 7]);
    if (!wellFormed) {
      throw bad("the request line must end with a version");
    }
    if (bytes[from + 5] != '1') {
      throw new HttpException(Status.VERSION_NOT_SUPPORTED, "this server speaks HTTP/1.1");
    }
    return bytes[from + 7] == '0' ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
  }

  private RequestHead finish() throws HttpException {
    Headers headers = fields.take();
    String finishedMethod = method == null ? "" : method;
    Target finishedTarget = target == null ? Target.parse("/") : target;
    HeadRules.checkHost(version, finishedTarget, headers);
    HeadRules.checkExpect(version, headers);
    Framing framing = HeadRules.framing(version, headers);
    var head = new RequestHead(finishedMethod, finishedTarget, version, headers, framing, scanned);
    scanned = 0;
    line = 0;
    method = null;
    target = null;
    return head;
  }

  /**
   * Refuses what cannot be HTTP at its first byte, such as a TLS handshake, instead of waiting for
   * a line's end.
   */
  private static void requireBeginning(byte first) throws HttpException {
    if (!Tokens.isTokenCharacter(first) && first != '\r') {
      throw bad("a request must begin with a method");
    }
  }

  private void refuseLongLine(int length) throws HttpException {
    if (method == null && length > limits.requestLineBytes()) {
      throw new HttpException(Status.URI_TOO_LONG, "the request line is too long");
    }
    if (method != null && length > limits.headerBytes()) {
      throw new HttpException(Status.HEADERS_TOO_LARGE, "the header is too large");
    }
  }

  private static int indexOfLineFeed(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static HttpException bad(String reason) {
    return new HttpException(Status.BAD_REQUEST, reason);
  }
}
