package heddle.http;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A status, header fields and a body. Immutable, except that a {@link Body.Stream} or {@link
 * Body.FilePart} can be sent only once.
 *
 * <p>The server itself adds {@code Date}, {@code Content-Length} or {@code Transfer-Encoding}, and
 * {@code Connection}; a handler that sets one of these makes an error, answered 500.
 */
public final class Response {
  private static final String[] SET_BY_SERVER = {
    "Date", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive"
  };

  private final Status status;
  private final Headers headers;
  private final Body body;
  // Rendered at the first need. Two threads may both render it, to the same bytes; arrays are
  // published safely enough
  // for that by being written before the volatile field.
  private volatile byte @Nullable [] head;

  private Response(Status status, Headers headers, Body body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Returns a response of these parts. */
  public static Response of(Status status, Headers headers, Body body) {
    return new Response(status, headers, body);
  }

  /** Returns an empty response. */
  public static Response of(Status status) {
    return new Response(status, Headers.EMPTY, Body.empty());
  }

  /** Returns {@code text} as 200, {@code text/plain} in UTF-8. */
  public static Response text(String text) {
    return text(Status.OK, text);
  }

  /** Returns {@code text} as {@code text/plain} in UTF-8. */
  public static Response text(Status status, String text) {
    return typed(status, "text/plain; charset=utf-8", text);
  }

  /** Returns an HTML page as 200 in UTF-8. */
  public static Response html(String page) {
    return typed(Status.OK, "text/html; charset=utf-8", page);
  }

  /** Returns a JSON document as 200. */
  public static Response json(String document) {
    return typed(Status.OK, "application/json", document);
  }

  /** Returns {@code bytes} as 200 of the given media type. */
  public static Response bytes(String mediaType, byte[] bytes) {
    return new Response(
        Status.OK, Headers.of("Content-Type", mediaType), new Body.Bytes(bytes.clone()));
  }

  /** Returns a 200 whose body, of unknown length, {@code writer} produces while it is sent. */
  public static Response stream(String mediaType, Body.Writer writer) {
    return new Response(
        Status.OK, Headers.of("Content-Type", mediaType), new Body.Stream(Body.UNKNOWN, writer));
  }

  /** Returns a redirection to {@code location}, which must already be percent-encoded. */
  public static Response redirect(Status status, String location) {
    return of(status).with("Location", location);
  }

  /**
   * Returns a 101 after which {@code takeover} has the connection.
   *
   * @param headers must name the new protocol in {@code Upgrade}
   */
  public static Response upgrade(Headers headers, Body.Takeover takeover) {
    return new Response(Status.SWITCHING_PROTOCOLS, headers, new Body.Upgrade(takeover, () -> {}));
  }

  /** Returns this response with {@code value} as the only field of that name. */
  public Response with(String name, String value) {
    return new Response(status, headers.with(name, value), body);
  }

  /** Returns this response with one more field. */
  public Response plus(String name, String value) {
    return new Response(status, headers.plus(name, value), body);
  }

  /** Returns this response with other headers. */
  public Response withHeaders(Headers other) {
    return new Response(status, other, body);
  }

  /** Returns this response with another body. */
  public Response withBody(Body other) {
    return new Response(status, headers, other);
  }

  /**
   * Returns this response, whose body must be a stream, with trailer fields known only at its end.
   */
  public Response withTrailers(Supplier<Headers> trailers) {
    if (!(body instanceof Body.Stream stream)) {
      throw new IllegalStateException("trailers: expected a stream as body, got " + body);
    }
    return withBody(new Body.Stream(stream.length(), stream.writer(), trailers, stream.release()));
  }

  /** Returns the status. */
  public Status status() {
    return status;
  }

  /** Returns the fields that the handler gave. */
  public Headers headers() {
    return headers;
  }

  /** Returns the body. */
  public Body body() {
    return body;
  }

  /**
   * Returns status line and fields in the form of HTTP/1.1 (RFC 9112 section 4), without the empty
   * line that ends a head. A response that is kept and sent often is rendered once.
   *
   * @return not to be changed
   * @throws IllegalStateException if a field is set that the server itself adds
   */
  public byte[] head() {
    byte[] rendered = head;
    if (rendered == null) {
      requireOwnFieldsOnly();
      StringBuilder text = new StringBuilder(256).append("HTTP/1.1 ");
      text.append(status.code()).append(' ').append(status.reason()).append("\r\n");
      headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
      rendered = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      head = rendered;
    }
    return rendered;
  }

  private void requireOwnFieldsOnly() {
    for (String name : SET_BY_SERVER) {
      if (headers.has(name)) {
        throw new IllegalStateException("response: the server itself sets " + name);
      }
    }
  }

  private static Response typed(Status status, String mediaType, String text) {
    return new Response(
        status,
        Headers.of("Content-Type", mediaType),
        new Body.Bytes(text.getBytes(StandardCharsets.UTF_8)));
  }
}
