package heddle.http.proxy;

import heddle.http.Body;
import heddle.http.Deadlines;
import heddle.http.Headers;
import heddle.http.HttpException;
import heddle.http.Limits;
import heddle.http.RawConnection;
import heddle.http.Request;
import heddle.http.Status;
import heddle.http.net.Transport;
import heddle.http.wire.ByteInput;
import heddle.http.wire.ByteOutput;
import heddle.http.wire.ChunkedOutput;
import heddle.http.wire.IncomingBody;
import heddle.http.wire.ResponseParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection to the server behind. Used by one thread at a time. */
final class UpstreamConnection {
  private static final int COPY_BYTES = 16 * 1024;

  /** A tunnel that nothing goes through is closed after this. */
  private static final Duration TUNNEL_IDLE = Duration.ofMinutes(10);

  /** Bodies of responses have no bound: they are passed on as they come. */
  private static final Limits LIMITS = Limits.DEFAULT.withBodyBytes(Long.MAX_VALUE);

  private final Transport transport;
  private final String host;
  private final Duration wait;
  private final ByteInput input;
  private final ByteOutput output;
  private final ResponseParser parser;

  UpstreamConnection(Transport transport, InetSocketAddress address, Duration wait) {
    this.transport = transport;
    this.host = address.getHostString() + ":" + address.getPort();
    this.wait = wait;
    this.input = new ByteInput(transport);
    this.output = new ByteOutput(transport);
    this.parser = new ResponseParser(input, LIMITS);
    transport.writePause(wait);
  }

  /**
   * What came back.
   *
   * @param status final
   * @param headers as they came
   * @param length of the body, {@link Body#UNKNOWN} if it is not known
   * @param body its bytes
   * @param keepAlive whether the connection can be used again
   */
  record Answer(Status status, Headers headers, long length, InputStream body, boolean keepAlive) {
    /** Passes the body on; returns whether the connection can be used again. */
    boolean writeTo(OutputStream out) throws IOException {
      byte[] buffer = new byte[COPY_BYTES];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        out.write(buffer, 0, read);
        if (length == Body.UNKNOWN) {
          out.flush(); // a stream of events must not wait until a buffer is full
        }
      }
      return keepAlive;
    }
  }

  void send(Request request, String target, Headers headers) throws IOException {
    StringBuilder head = new StringBuilder(512);
    head.append(request.method()).append(' ').append(target).append(" HTTP/1.1\r\n");
    if (!headers.has("Host")) {
      head.append("Host: ").append(host).append("\r\n");
    }
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    long length = request.bodyLength();
    if (length == Body.UNKNOWN) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (length > 0) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    output.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    sendBody(request, length);
    output.flush();
  }

  Answer receive(String method) throws IOException, HttpException {
    transport.readDeadline().in(wait);
    ResponseParser.Head head = parser.read(method);
    while (head.status().code() < 200 && !head.status().equals(Status.SWITCHING_PROTOCOLS)) {
      head = parser.read(method); // interim: nothing that the client needs
    }
    transport.readDeadline().clear();
    if (head.framing().isEmpty()) {
      return new Answer(head.status(), head.headers(), Body.UNKNOWN, untilEnd(), false);
    }
    var body =
        new IncomingBody(
            input,
            head.framing().get(),
            LIMITS,
            new Deadlines(wait, wait, wait, wait, wait, 0),
            transport.readDeadline(),
            null);
    long length =
        method.equals("HEAD")
            ? head.headers().first("Content-Length").map(Long::parseLong).orElse(0L)
            : body.length();
    return new Answer(head.status(), head.headers(), length, body, head.keepAlive());
  }

  /** After an upgrade: passes bytes both ways until one side has ended. */
  void tunnel(RawConnection client) throws IOException {
    transport.readDeadline().clear();
    Thread backward =
        Thread.startVirtualThread(() -> {
          try {
            copyToClient(client);
          } catch (IOException e) {
            // One side is gone; the other direction is told by the closing.
          } finally {
            client.close();
            close();
          }
        });
    try {
      copyFromClient(client);
    } finally {
      client.close();
      close();
    }
    try {
      backward.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    transport.close();
  }

  private void sendBody(Request request, long length) throws IOException {
    if (length == Body.UNKNOWN) {
      var chunks = new ChunkedOutput(output);
      long _ = request.body().transferTo(chunks);
      chunks.finish(request.trailers());
    } else if (length > 0) {
      byte[] buffer = new byte[COPY_BYTES];
      InputStream body = request.body();
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        output.write(buffer, 0, read);
      }
    }
  }

  private InputStream untilEnd() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int count) throws IOException {
        transport.readDeadline().in(wait);
        return input.read(ByteBuffer.wrap(into, offset, count));
      }
    };
  }

  private void copyFromClient(RawConnection client) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(COPY_BYTES);
    client.readDeadline(TUNNEL_IDLE);
    while (client.read(buffer.clear()) >= 0) {
      transport.write(buffer.flip());
      client.readDeadline(TUNNEL_IDLE);
    }
    transport.shutdownOutput();
  }

  private void copyToClient(RawConnection client) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(COPY_BYTES);
    while (input.read(buffer.clear()) >= 0) {
      client.write(buffer.flip());
    }
  }
}
