package heddle.http.wire;

import heddle.http.Body;
import heddle.http.Request.HttpVersion;
import heddle.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes responses in the form of HTTP/1.1 (RFC 9112 sections 4, 6 and 7). */
public final class ResponseWriter {
  private static final byte[] CRLF = ascii("\r\n");
  private static final byte[] CLOSE = ascii("Connection: close\r\n");
  private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
  private static final byte[] UPGRADE = ascii("Connection: Upgrade\r\n");
  private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
  private static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");

  private final ByteOutput output;

  /** A writer to {@code output}. */
  public ResponseWriter(ByteOutput output) {
    this.output = output;
  }

  /**
   * What decides the form of a response besides the response itself.
   *
   * @param version of the client
   * @param head whether the request was HEAD: no body is sent
   * @param keepAlive whether another request can follow
   */
  public record Form(HttpVersion version, boolean head, boolean keepAlive) {}

  /** Sends {@code 100 Continue} at once. */
  public void writeContinue() throws IOException {
    output.write(CONTINUE);
    output.flush();
  }

  /**
   * Writes a response; small ones stay in the output's buffer until it is flushed.
   *
   * @return whether another request can follow: not if the body had to be ended by closing
   */
  public boolean write(Response response, Form form) throws IOException {
    Body body = response.body();
    boolean bodiless = response.status().bodiless();
    boolean unknown = body.length() == Body.UNKNOWN && !bodiless;
    boolean chunked = unknown && form.version() == HttpVersion.HTTP_1_1;
    boolean keepAlive = form.keepAlive() && (!unknown || chunked);
    output.write(response.head());
    output.write(DateLine.now());
    if (chunked) {
      output.write(CHUNKED);
    } else if (!unknown && !bodiless) {
      output.write(ascii("Content-Length: " + body.length() + "\r\n"));
    }
    output.write(connection(body, form.version(), keepAlive));
    output.write(CRLF);
    if (!form.head() && !bodiless) {
      writeBody(body, chunked);
    }
    return keepAlive;
  }

  private static byte[] connection(Body body, HttpVersion version, boolean keepAlive) {
    if (body instanceof Body.Upgrade) {
      return UPGRADE;
    }
    if (!keepAlive) {
      return CLOSE;
    }
    return version == HttpVersion.HTTP_1_0 ? KEEP_ALIVE : new byte[0];
  }

  private void writeBody(Body body, boolean chunked) throws IOException {
    switch (body) {
      case Body.Bytes(byte[] bytes) -> output.write(bytes);
      case Body.FilePart(var file, long position, long length) ->
          output.transfer(file, position, length);
      case Body.Upgrade _ -> {}
      case Body.Stream stream when chunked -> {
        var chunks = new ChunkedOutput(output);
        stream.writer().writeTo(chunks);
        chunks.finish(stream.trailers().get());
      }
      case Body.Stream stream -> {
        var bytes = new CountedOutput(stream.length());
        stream.writer().writeTo(bytes);
        bytes.requireComplete();
      }
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Passes on exactly as many bytes as promised: one too many or too few would spoil the next
   * response.
   */
  private final class CountedOutput extends OutputStream {
    private final long promised;
    private long written;

    CountedOutput(long promised) {
      this.promised = promised;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
      if (promised != Body.UNKNOWN && written + count > promised) {
        throw new IOException("body: expected %d bytes, got more".formatted(promised));
      }
      output.write(from, offset, count);
      written += count;
    }

    @Override
    public void flush() throws IOException {
      output.flush();
    }

    void requireComplete() throws IOException {
      if (promised != Body.UNKNOWN && written < promised) {
        throw new IOException("body: expected %d bytes, got %d".formatted(promised, written));
      }
    }
  }
}
