package heddle.http.proxy;

import heddle.http.Body;
import heddle.http.Handler;
import heddle.http.Headers;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Status;
import heddle.http.net.DeadlineException;
import heddle.http.net.DeadlineWheel;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hands requests on to another server and its responses back, WebSocket and other upgrades
 * included. The request is built anew from what was parsed, so that nothing that the parser did not
 * understand reaches the other server. Thread-safe.
 */
public final class ReverseProxy implements Handler, Closeable {
  /** Fields that belong to one connection (RFC 9110 section 7.6.1). */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "content-length",
          "upgrade",
          "expect",
          "date");

  /**
   * Methods that change nothing, which may be sent again if a kept connection turns out to be dead.
   */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private static final int PORT = 80;

  private final Upstream upstream;
  private final String basePath;
  private final DeadlineWheel wheel;

  private ReverseProxy(InetSocketAddress address, String basePath, Duration wait) {
    this.wheel = DeadlineWheel.start();
    this.upstream = new Upstream(address, wheel, wait);
    this.basePath = basePath;
  }

  /**
   * Hands requests on to the server at {@code base}, whose path is put in front of the request's.
   *
   * @param wait how long the other server may take to answer
   * @throws IllegalArgumentException if {@code base} is no http URI with a host
   */
  public static ReverseProxy to(URI base, Duration wait) {
    if (!"http".equals(base.getScheme()) || base.getHost() == null) {
      throw new IllegalArgumentException("proxy: expected an http URI with a host, got " + base);
    }
    int port = base.getPort() < 0 ? PORT : base.getPort();
    String path = base.getRawPath() == null ? "" : base.getRawPath();
    String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return new ReverseProxy(new InetSocketAddress(base.getHost(), port), prefix, wait);
  }

  @Override
  public Response handle(Request request) throws IOException, HttpException {
    try {
      return exchange(request);
    } catch (DeadlineException | SocketTimeoutException e) {
      throw new HttpException(Status.GATEWAY_TIMEOUT, "The server behind does not answer");
    } catch (ConnectException e) {
      throw new HttpException(Status.BAD_GATEWAY, "The server behind cannot be reached");
    }
  }

  /** Closes the connections that are kept; those in use end with their exchange. */
  @Override
  public void close() {
    upstream.close();
    wheel.close();
  }

  private Response exchange(Request request) throws IOException, HttpException {
    boolean repeatable = SAFE.contains(request.method()) && request.bodyLength() == 0;
    Optional<UpstreamConnection> kept = upstream.takeKept();
    if (kept.isPresent() && repeatable) {
      try {
        return exchange(request, kept.get());
      } catch (DeadlineException e) {
        throw e;
      } catch (IOException e) {
        return exchange(request, upstream.connect()); // it had been closed while it was kept
      }
    }
    kept.ifPresent(UpstreamConnection::close); // not worth the risk for what must not be sent twice
    return exchange(request, upstream.connect());
  }

  private Response exchange(Request request, UpstreamConnection connection)
      throws IOException, HttpException {
    boolean begun = false;
    try {
      connection.send(request, target(request), headers(request));
      UpstreamConnection.Answer answer = connection.receive(request.method());
      begun = true;
      return response(answer, connection);
    } finally {
      if (!begun) {
        connection.close();
      }
    }
  }

  private Response response(UpstreamConnection.Answer answer, UpstreamConnection connection) {
    Headers headers = endToEnd(answer.headers(), Set.of());
    if (answer.status().equals(Status.SWITCHING_PROTOCOLS)) {
      String protocol = answer.headers().firstOr("Upgrade", "");
      return Response.of(
          answer.status(),
          headers.with("Upgrade", protocol),
          new Body.Upgrade(connection::tunnel, connection::close));
    }
    // Kept for the next request if this body is read to its end, closed if it is not.
    var used = new AtomicBoolean();
    Body.Writer writer =
        out -> {
          if (answer.writeTo(out) && used.compareAndSet(false, true)) {
            upstream.keep(connection);
          }
        };
    Runnable release =
        () -> {
          if (used.compareAndSet(false, true)) {
            connection.close();
          }
        };
    return Response.of(
        answer.status(),
        headers,
        new Body.Stream(answer.length(), writer, () -> Headers.EMPTY, release));
  }

  /** The target in origin form, as it came, behind the base path. */
  private String target(Request request) {
    String raw = request.target().raw();
    if (raw.startsWith("/")) {
      return basePath + raw;
    }
    int authority = raw.indexOf("//") + 2;
    int path = raw.indexOf('/', authority);
    String query = request.target().query();
    return path >= 0
        ? basePath + raw.substring(path)
        : basePath + "/" + (query.isEmpty() ? "" : "?" + query);
  }

  private static Headers headers(Request request) {
    Request.Origin origin = request.origin();
    String client = origin.remote().getAddress().getHostAddress();
    Headers.Builder headers =
        endToEnd(request.headers(), Set.of("x-forwarded-for", "x-forwarded-proto")).toBuilder();
    headers.add("X-Forwarded-For", client);
    headers.add("X-Forwarded-Proto", origin.secure() ? "https" : "http");
    if (request.headers().listHolds("Connection", "Upgrade") && request.headers().has("Upgrade")) {
      headers.add("Connection", "Upgrade");
      headers.add("Upgrade", request.headers().firstOr("Upgrade", ""));
    }
    return headers.build();
  }

  /** Returns the fields that are meant for the other end, not for us. */
  private static Headers endToEnd(Headers headers, Set<String> without) {
    List<String> named =
        List.of(headers.list("Connection").orElse("").toLowerCase(Locale.ROOT).split("[, ]+", -1));
    Headers.Builder kept = Headers.builder();
    headers.forEach((name, value) -> {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!HOP_BY_HOP.contains(lower) && !named.contains(lower) && !without.contains(lower)) {
        kept.add(name, value);
      }
    });
    return kept.build();
  }
}
