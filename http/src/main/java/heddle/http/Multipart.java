package heddle.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a {@code multipart/form-data} body (RFC 7578), one after another, without holding
 * any in memory.
 *
 * <pre>{@code
 * var parts = Multipart.of(request);
 * for (var part = parts.next(); part.isPresent(); part = parts.next()) {
 *   Files.copy(part.get().body(), target);
 * }
 * }</pre>
 *
 * <p>Used by one thread. A part's body ends where the next part is asked for.
 */
public final class Multipart {
  /** Parts beyond which a body is refused. */
  private static final int PARTS_MAX = 1000;

  /** Bytes of one header line of a part. */
  private static final int LINE_BYTES_MAX = 8 * 1024;

  /** Header fields of a part. */
  private static final int FIELDS_MAX = 20;

  /** Longest boundary that RFC 2046 section 5.1.1 allows. */
  private static final int BOUNDARY_CHARACTERS_MAX = 70;

  private final InputStream input;
  private final byte[] delimiter;
  private Optional<PartBody> current = Optional.empty();
  private int parts;
  private boolean begun;
  private boolean ended;

  private Multipart(InputStream input, String boundary) {
    this.input = new BufferedInputStream(input);
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * One part.
   *
   * @param name of the form's field
   * @param fileName as the client calls the file; never to be used as a path
   * @param mediaType as the client says, {@code text/plain} if it says nothing
   * @param body its bytes
   */
  public record Part(String name, Optional<String> fileName, String mediaType, InputStream body) {}

  /**
   * Begins to read a body.
   *
   * @throws HttpException 415 if the request has no such body, 400 if its boundary is malformed
   */
  public static Multipart of(Request request) throws HttpException {
    String type = request.headers().firstOr("Content-Type", "");
    if (!MediaTypes.essence(type).equals("multipart/form-data")) {
      throw new HttpException(Status.UNSUPPORTED_MEDIA_TYPE, "expected multipart/form-data");
    }
    String boundary = MediaTypes.parameter(type, "boundary").orElse("");
    if (boundary.isEmpty() || boundary.length() > BOUNDARY_CHARACTERS_MAX) {
      throw bad("expected a boundary of 1 to 70 characters");
    }
    return new Multipart(request.body(), boundary);
  }

  /**
   * Returns the next part, skipping what has not been read of the one before; empty after the last.
   *
   * @throws HttpException 400 if the body is malformed
   * @throws IOException if the client is gone
   */
  public Optional<Part> next() throws IOException, HttpException {
    skipToDelimiter();
    if (ended || endsHere()) {
      ended = true;
      return Optional.empty();
    }
    if (++parts > PARTS_MAX) {
      throw bad("too many parts");
    }
    Headers headers = headers();
    String disposition = headers.firstOr("Content-Disposition", "");
    String name = MediaTypes.parameter(disposition, "name").orElse("");
    if (!MediaTypes.essence(disposition).equals("form-data") || name.isEmpty()) {
      throw bad("a part must have a name");
    }
    var body = new PartBody();
    current = Optional.of(body);
    return Optional.of(
        new Part(
            name,
            MediaTypes.parameter(disposition, "filename"),
            headers.firstOr("Content-Type", "text/plain"),
            body));
  }

  private void skipToDelimiter() throws IOException, HttpException {
    if (ended) {
      return;
    }
    PartBody body = current.orElseGet(PartBody::new);
    if (!begun) {
      begun = true;
      body.matched = 2; // the delimiter's CR LF is not there before the first part
    }
    long _ = body.transferTo(java.io.OutputStream.nullOutputStream());
    if (!body.delimited) {
      throw bad("the body ends inside a part");
    }
  }

  /** After a delimiter: {@code --} ends the body, CR LF begins a part. */
  private boolean endsHere() throws IOException, HttpException {
    String rest = line().stripTrailing();
    if (!rest.isEmpty() && !rest.equals("--")) {
      throw bad("a boundary is followed by something else");
    }
    return rest.equals("--");
  }

  private Headers headers() throws IOException, HttpException {
    Headers.Builder headers = Headers.builder();
    String line = line();
    for (int fields = 0; !line.isEmpty(); fields++) {
      int colon = line.indexOf(':');
      if (colon < 1 || fields == FIELDS_MAX) {
        throw bad("the header of a part is malformed");
      }
      try {
        headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
      } catch (IllegalArgumentException e) {
        throw bad("the header of a part is malformed");
      }
      line = line();
    }
    return headers.build();
  }

  /** Returns the rest of the line as Latin-1 widened to UTF-8 where it is that, without its end. */
  private String line() throws IOException, HttpException {
    var bytes = new ByteArrayOutputStream();
    int b = input.read();
    while (b >= 0 && b != '\n') {
      bytes.write(b);
      if (bytes.size() > LINE_BYTES_MAX) {
        throw bad("a line of a part's header is too long");
      }
      b = input.read();
    }
    String line = bytes.toString(StandardCharsets.ISO_8859_1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static HttpException bad(String reason) {
    return new HttpException(Status.BAD_REQUEST, reason.toLowerCase(Locale.ROOT));
  }

  /** Bytes up to the delimiter, which is found by the method of Knuth, Morris and Pratt. */
  private final class PartBody extends InputStream {
    // Bytes of the delimiter that have been seen and are given out only if it turns out to be
    // another text.
    private int matched;
    private int pending;
    private int pendingGiven;
    private int following = -1;
    private boolean delimited;

    @Override
    public int read() throws IOException {
      if (pendingGiven < pending) {
        return delimiter[pendingGiven++] & 0xff;
      }
      if (following >= 0) {
        return takeFollowing();
      }
      while (!delimited) {
        int b = input.read();
        if (b < 0) {
          return -1;
        }
        if (b == (delimiter[matched] & 0xff)) {
          matched++;
          delimited = matched == delimiter.length;
        } else {
          return mismatch(b);
        }
      }
      return -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      int bytes = 0;
      int b = count == 0 ? -1 : read();
      while (b >= 0) {
        into[offset + bytes++] = (byte) b;
        b = bytes < count ? read() : -1;
      }
      return bytes == 0 && count > 0 ? -1 : bytes;
    }

    private int takeFollowing() {
      int b = following;
      following = -1;
      return b;
    }

    /**
     * Only the first byte of a delimiter, CR, can begin it anew: it is found nowhere else in one.
     */
    private int mismatch(int b) throws IOException {
      pending = matched;
      pendingGiven = 0;
      matched = 0;
      if (b == '\r') {
        matched = 1;
      } else {
        following = b;
      }
      return pending == 0 && following < 0 ? read() : readPending();
    }

    private int readPending() {
      return pendingGiven < pending ? delimiter[pendingGiven++] & 0xff : takeFollowing();
    }
  }
}
