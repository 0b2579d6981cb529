package heddle.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/**
 * One request. Head and addresses are immutable; the body can be read once, and only until the
 * response has been written. Used by the thread that handles it.
 */
public final class Request {
  private final String method;
  private final Target target;
  private final HttpVersion version;
  private final Headers headers;
  private final RequestBody body;
  private final Origin origin;
  private final Map<String, String> parameters;

  private Request(
      String method,
      Target target,
      HttpVersion version,
      Headers headers,
      RequestBody body,
      Origin origin,
      Map<String, String> parameters) {
    this.method = method;
    this.target = target;
    this.version = version;
    this.headers = headers;
    this.body = body;
    this.origin = origin;
    this.parameters = parameters;
  }

  /** The versions that are spoken. */
  public enum HttpVersion {
    /** HTTP/1.0: no keep-alive unless asked for, no chunks. */
    HTTP_1_0("HTTP/1.0"),
    /** HTTP/1.1. */
    HTTP_1_1("HTTP/1.1");

    private final String text;

    HttpVersion(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Where a request came from and where it arrived.
   *
   * @param remote the client; behind a trusted proxy what that says, with port 0
   * @param local the address that the client connected to
   * @param secure whether the client's connection is encrypted
   */
  public record Origin(InetSocketAddress remote, InetSocketAddress local, boolean secure) {}

  /** Returns a request of these parts. */
  public static Request of(
      String method,
      Target target,
      HttpVersion version,
      Headers headers,
      RequestBody body,
      Origin origin) {
    return new Request(method, target, version, headers, body, origin, Map.of());
  }

  /** Returns the method, as it came: methods are case-sensitive. */
  public String method() {
    return method;
  }

  /** Returns the target. */
  public Target target() {
    return target;
  }

  /** Returns the decoded path; see {@link Target#path}. */
  public String path() {
    return target.path();
  }

  /** Returns the version. */
  public HttpVersion version() {
    return version;
  }

  /** Returns the header fields. */
  public Headers headers() {
    return headers;
  }

  /**
   * Returns the host asked for, with its port if it came with one; empty in a request of HTTP/1.0
   * that names none.
   */
  public String host() {
    return target.authority().orElseGet(() -> headers.firstOr("Host", ""));
  }

  /** Returns where the request came from. */
  public Origin origin() {
    return origin;
  }

  /** Returns the body. Reading blocks until the client has sent more. */
  public InputStream body() {
    return body.stream();
  }

  /**
   * Returns the length of the body in bytes, 0 if there is none, {@link Body#UNKNOWN} if it comes
   * in chunks.
   */
  public long bodyLength() {
    return body.length();
  }

  /**
   * Returns the whole body.
   *
   * @throws HttpException 413 if it is longer than {@code bytesMax}
   * @throws IOException if the client sends no more, or breaks the chunked form
   */
  public byte[] bodyBytes(int bytesMax) throws IOException, HttpException {
    byte[] bytes = body().readNBytes(bytesMax);
    if (bytes.length == bytesMax && body().read() >= 0) {
      throw new HttpException(Status.CONTENT_TOO_LARGE, "the body is too long");
    }
    return bytes;
  }

  /**
   * Returns the trailer fields that came after a chunked body; empty before it has been read to its
   * end.
   */
  public Headers trailers() {
    return body.trailers();
  }

  /** Returns the fields of the query; broken ones are refused with 400. */
  public Form query() throws HttpException {
    return Form.parse(target.query());
  }

  /**
   * Returns the value of a parameter of the route's pattern.
   *
   * @throws IllegalArgumentException if the pattern has no such parameter
   */
  public String parameter(String name) {
    return Optional.ofNullable(parameters.get(name))
        .orElseThrow(() -> new IllegalArgumentException("parameter: the route has no " + name));
  }

  /** Returns this request with a route's parameters. */
  public Request withParameters(Map<String, String> values) {
    return new Request(method, target, version, headers, body, origin, Map.copyOf(values));
  }

  /** Returns this request as if it came from elsewhere. */
  public Request withOrigin(Origin other) {
    return new Request(method, target, version, headers, body, other, parameters);
  }

  /** Returns this request with other header fields. */
  public Request withHeaders(Headers other) {
    return new Request(method, target, version, other, body, origin, parameters);
  }

  /** Returns this request with another target. */
  public Request withTarget(Target other) {
    return new Request(method, other, version, headers, body, origin, parameters);
  }

  /** Returns this request with another method. */
  public Request withMethod(String other) {
    return new Request(other, target, version, headers, body, origin, parameters);
  }
}
