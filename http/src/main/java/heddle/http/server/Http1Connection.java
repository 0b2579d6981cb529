package heddle.http.server;

import heddle.http.Body;
import heddle.http.Exchange;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.RequestBody;
import heddle.http.Response;
import heddle.http.Status;
import heddle.http.net.Deadline;
import heddle.http.net.DeadlineException;
import heddle.http.net.Transport;
import heddle.http.wire.ByteInput;
import heddle.http.wire.ByteOutput;
import heddle.http.wire.Framing;
import heddle.http.wire.IncomingBody;
import heddle.http.wire.RequestHead;
import heddle.http.wire.RequestParser;
import heddle.http.wire.ResponseWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves HTTP/1.1 over one connection: reads a head, lets the service answer, writes the response,
 * and again. All on the connection's own thread, except {@link #stop}.
 */
final class Http1Connection implements Connection {
  /**
   * The rest of a body that a handler left unread is read away up to here, so that the connection
   * can be kept.
   */
  private static final int DRAIN_BYTES_MAX = 64 * 1024;

  /** How long a client that is being turned away may take to read why. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final Service service;
  private final Transport transport;
  private final boolean secure;
  private final ByteInput input;
  private final ByteOutput output;
  private final RequestParser parser;
  private final ResponseWriter writer;
  private boolean first = true;
  // Set by any thread, once; read by the connection's before it promises to read another request.
  private volatile boolean stopping;
  // True while the next request is waited for: written by the connection's thread, read by stop.
  private volatile boolean idle;
  // Set by the connection's thread when another protocol takes over.
  private volatile boolean upgraded;

  Http1Connection(Service service, Transport transport, boolean secure) {
    this.service = service;
    this.transport = transport;
    this.secure = secure;
    this.input = new ByteInput(transport);
    this.output = new ByteOutput(transport);
    this.parser = new RequestParser(service.limits());
    this.writer = new ResponseWriter(output);
  }

  /** What comes next on a connection. */
  private sealed interface Input {
    /** Nothing any more. */
    record End() implements Input {}

    /** Something that is not served. */
    record Malformed(Status status, String reason) implements Input {}

    /** A request. */
    record Asked(RequestHead head) implements Input {}
  }

  @Override
  public void serve() throws IOException {
    transport.writePause(service.deadlines().writePause());
    boolean open = true;
    while (open) {
      open = serveOne();
    }
  }

  @Override
  public void stop() {
    stopping = true;
    if (idle || upgraded) {
      transport.readDeadline().inNanos(0);
    }
  }

  /** Returns whether the connection can carry another request. */
  private boolean serveOne() throws IOException {
    return switch (next()) {
      case Input.End() -> false;
      case Input.Malformed(Status status, String reason) -> {
        refuse(status, reason);
        yield false;
      }
      case Input.Asked(RequestHead head) -> exchange(head);
    };
  }

  private Input next() throws IOException {
    try {
      RequestHead head = parseInHand();
      if (head == null) {
        output
            .flush(); // nothing more to answer: what has been written must not wait for the client
        head = awaitHead();
      }
      return head == null ? new Input.End() : new Input.Asked(head);
    } catch (HttpException e) {
      return new Input.Malformed(e.status(), String.valueOf(e.getMessage()));
    } catch (DeadlineException e) {
      return parser.isInside()
          ? new Input.Malformed(Status.REQUEST_TIMEOUT, "the request came too slowly")
          : new Input.End();
    }
  }

  /** Waits for a head; null if the client ends the connection before it has begun one. */
  private @Nullable RequestHead awaitHead() throws IOException, HttpException {
    Deadline deadline = transport.readDeadline();
    if (!parser.isInside() && !awaitFirstByte(deadline)) {
      return null;
    }
    RequestHead head = parseInHand();
    if (head == null) {
      deadline.in(service.deadlines().head());
      while (head == null && input.fill()) {
        head = parseInHand();
      }
    }
    deadline.clear();
    return head;
  }

  private boolean awaitFirstByte(Deadline deadline) throws IOException {
    if (!first) { // the deadline of the first byte has run since before the TLS handshake
      deadline.in(service.deadlines().idle());
    }
    idle = true;
    boolean filled = !stopping && input.fillWhenReady(first);
    idle = false;
    first = false;
    return filled;
  }

  private @Nullable RequestHead parseInHand() throws HttpException {
    if (input.available() == 0) {
      return null;
    }
    return input.parse(parser);
  }

  private boolean exchange(RequestHead head) throws IOException {
    Instant begun = Instant.now();
    long startNanos = System.nanoTime();
    long startBytes = output.bytes();
    IncomingBody body = body(head);
    Request request =
        Request.of(
            head.method(),
            head.target(),
            head.version(),
            head.headers(),
            body == null ? RequestBody.NONE : body,
            new Request.Origin(transport.remote(), transport.local(), secure));
    Response response = service.answer(request);
    boolean keepAlive = write(head, body, response);
    service.observe(
        new Exchange(
            Optional.of(request),
            request.origin().remote(),
            response.status(),
            output.bytes() - startBytes,
            begun,
            System.nanoTime() - startNanos));
    if (!keepAlive) {
      end(head, body);
    }
    return keepAlive;
  }

  /** A client that asked for the end and has sent nothing more need not be waited for. */
  private void end(RequestHead head, @Nullable IncomingBody body) throws IOException {
    boolean allRead = input.available() == 0 && (body == null || body.isComplete());
    if (allRead && !head.keepAlive()) {
      output.flush();
    } else {
      linger();
    }
  }

  private @Nullable IncomingBody body(RequestHead head) {
    if (head.framing() instanceof Framing.None) {
      return null;
    }
    IncomingBody.Continuation proceed = head.expectsContinue() ? writer::writeContinue : null;
    return new IncomingBody(
        input,
        head.framing(),
        service.limits(),
        service.deadlines(),
        transport.readDeadline(),
        proceed);
  }

  private boolean write(RequestHead head, @Nullable IncomingBody body, Response response)
      throws IOException {
    boolean mayKeep = head.keepAlive() && !stopping && (body == null || isWorthDraining(body));
    var form = new ResponseWriter.Form(head.version(), head.method().equals("HEAD"), mayKeep);
    try {
      boolean keep = writer.write(response, form);
      if (response.body() instanceof Body.Upgrade(var takeover, _)) {
        output.flush();
        upgraded = true;
        takeover.run(new UpgradedConnection(transport, input, () -> stopping));
        return false;
      }
      return keep && (body == null || drain(body));
    } finally {
      response.body().close();
    }
  }

  /** Whether the rest of a body is so short that reading it costs less than a new connection. */
  private static boolean isWorthDraining(IncomingBody body) {
    return body.isComplete()
        || (!body.awaitsContinue()
            && body.length() != Body.UNKNOWN
            && body.remaining() <= DRAIN_BYTES_MAX);
  }

  private boolean drain(IncomingBody body) throws IOException {
    if (!body.isComplete()) {
      output.flush();
      long _ = body.skip(DRAIN_BYTES_MAX);
    }
    return body.isComplete();
  }

  private void refuse(Status status, String reason) throws IOException {
    Instant begun = Instant.now();
    long startBytes = output.bytes();
    var form = new ResponseWriter.Form(Request.HttpVersion.HTTP_1_1, false, false);
    boolean _ = writer.write(Service.refusal(status, reason), form);
    service.observe(
        new Exchange(
            Optional.empty(), transport.remote(), status, output.bytes() - startBytes, begun, 0));
    linger();
  }

  /**
   * Sends what has been written and waits a moment for the client to close: closing while its bytes
   * are still coming in would reset the connection, and the response with it (RFC 9112 section
   * 9.6).
   */
  private void linger() throws IOException {
    output.flush();
    transport.shutdownOutput();
    transport.readDeadline().in(LINGER);
    for (int bytes = 0; bytes < DRAIN_BYTES_MAX && input.fill(); ) {
      bytes += input.available();
      input.skipAll();
    }
  }
}
