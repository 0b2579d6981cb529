package heddle.http.wire;

import heddle.http.Headers;
import heddle.http.HttpException;
import heddle.http.Limits;
import heddle.http.Status;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the heads of another server's responses, as strictly as those of requests. */
public final class ResponseParser {
  private final ByteInput input;
  private final Limits limits;

  /** A parser of what comes from {@code input}. */
  public ResponseParser(ByteInput input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  /**
   * A response without its body.
   *
   * @param status the server's
   * @param keepAlive whether the connection can be used again after the body
   * @param headers as they came
   * @param framing how the body ends; empty if by the end of the connection
   */
  public record Head(
      Status status, boolean keepAlive, Headers headers, Optional<Framing> framing) {}

  /**
   * Reads the next head.
   *
   * @param requestMethod of the request that it answers
   * @throws EOFException if the connection ended before the first byte
   * @throws IOException if the connection broke
   * @throws HttpException 502 if this is no response that we accept
   */
  public Head read(String requestMethod) throws IOException, HttpException {
    byte[] line = line(limits.requestLineBytes());
    String text = Ascii.text(line, 0, line.length);
    if (!text.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
      throw bad("the status line is malformed");
    }
    FieldLines fields = new FieldLines(limits);
    try {
      for (line = line(limits.headerBytes()); line.length > 0; ) {
        fields.add(line, 0, line.length);
        line = line(limits.headerBytes());
      }
    } catch (HttpException e) {
      throw bad("the header is malformed");
    }
    Status status = Status.of(Integer.parseInt(text.substring(9, 12)));
    Headers headers = fields.take();
    boolean oldVersion = text.charAt(7) == '0';
    Optional<Framing> framing = framing(requestMethod, status, headers);
    boolean keepAlive =
        !oldVersion && framing.isPresent() && !headers.listHolds("Connection", "close");
    return new Head(status, keepAlive, headers, framing);
  }

  private static Optional<Framing> framing(String requestMethod, Status status, Headers headers)
      throws HttpException {
    if (requestMethod.equals("HEAD") || status.bodiless()) {
      return Optional.of(new Framing.None());
    }
    List<String> encodings = headers.all("Transfer-Encoding");
    List<String> lengths = headers.all("Content-Length");
    if (!encodings.isEmpty()) {
      boolean plain =
          encodings.size() == 1
              && encodings.getFirst().equalsIgnoreCase("chunked")
              && lengths.isEmpty();
      if (!plain) {
        throw bad("the transfer coding is not plain chunked");
      }
      return Optional.of(new Framing.Chunked());
    }
    if (lengths.isEmpty()) {
      return Optional.empty();
    }
    if (lengths.size() > 1 || !lengths.getFirst().matches("\\d{1,18}")) {
      throw bad("the content length is malformed");
    }
    long bytes = Long.parseLong(lengths.getFirst());
    return Optional.of(bytes == 0 ? new Framing.None() : new Framing.Length(bytes));
  }

  private byte[] line(int bytesMax) throws IOException, HttpException {
    byte[] line = input.readLine(bytesMax);
    if (line == null) {
      throw bad("a line is malformed");
    }
    return line;
  }

  private static HttpException bad(String reason) {
    return new HttpException(Status.BAD_GATEWAY, "The server behind answered wrongly: " + reason);
  }
}
