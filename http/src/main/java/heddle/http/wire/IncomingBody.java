package heddle.http.wire;

import heddle.http.Body;
import heddle.http.BrokenBodyException;
import heddle.http.Deadlines;
import heddle.http.Headers;
import heddle.http.HttpException;
import heddle.http.Limits;
import heddle.http.RequestBody;
import heddle.http.Status;
import heddle.http.net.Deadline;
import heddle.http.net.DeadlineException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a request as it comes in. Once it has failed, every later read fails alike. */
public final class IncomingBody extends InputStream implements RequestBody {
  /** A chunk's size in hexadecimal digits: 2^60 bytes at most. */
  private static final int SIZE_DIGITS_MAX = 15;

  /**
   * Stands for a chunk size line without its extensions: digits, and what white space may be there.
   */
  private static final int SIZE_LINE_BYTES = 64;

  private final ByteInput input;
  private final Limits limits;
  private final Pace pace;
  private final boolean chunked;
  private final long length;
  // Called once, before the first byte is waited for: it sends the 100 that the client expects.
  private @Nullable Continuation onFirstRead;
  // Left of the body, or of the current chunk.
  private long left;
  private long bytesRead;
  private int extensionBytes;
  private boolean insideChunks;
  private boolean complete;
  private @Nullable IOException failure;
  private Headers trailers = Headers.EMPTY;

  /** Tells the client to send the body. */
  @FunctionalInterface
  public interface Continuation {
    /** Sends an interim response. */
    void proceed() throws IOException;
  }

  /**
   * A body that begins with the next byte of {@code input}.
   *
   * @param deadline of reading
   * @param onFirstRead called before the first byte is waited for; null for nothing
   */
  public IncomingBody(
      ByteInput input,
      Framing framing,
      Limits limits,
      Deadlines deadlines,
      Deadline deadline,
      @Nullable Continuation onFirstRead) {
    this.input = input;
    this.limits = limits;
    this.pace = new Pace(deadline, deadlines);
    this.onFirstRead = onFirstRead;
    this.chunked = framing instanceof Framing.Chunked;
    this.length =
        switch (framing) {
          case Framing.None() -> 0;
          case Framing.Length(long bytes) -> bytes;
          case Framing.Chunked() -> Body.UNKNOWN;
        };
    this.left = Math.max(0, length);
    this.complete = length == 0;
  }

  @Override
  public InputStream stream() {
    return this;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public Headers trailers() {
    return trailers;
  }

  /** Returns whether the client still waits to be told to send the body. */
  public boolean awaitsContinue() {
    return onFirstRead != null;
  }

  /**
   * Returns how many bytes are left of the body, or of the current chunk if the length is unknown.
   */
  public long remaining() {
    return left;
  }

  /** Returns whether the whole body has been read. */
  public boolean isComplete() {
    return complete;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    if (failure != null) {
      throw failure;
    }
    if (complete || count == 0) {
      return complete ? -1 : 0;
    }
    try {
      begin();
      return readSome(into, offset, count);
    } catch (HttpException e) {
      throw failed(new BrokenBodyException(e.status(), String.valueOf(e.getMessage())));
    } catch (DeadlineException e) {
      throw failed(new BrokenBodyException(Status.REQUEST_TIMEOUT, "the body came too slowly"));
    } catch (EOFException e) {
      throw failed(new BrokenBodyException(Status.BAD_REQUEST, "the body ended too early"));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Returns the bytes that can be read without blocking, as far as known. */
  @Override
  public int available() {
    return (int) Math.min(left, input.available());
  }

  private void begin() throws IOException, HttpException {
    if (length > limits.bodyBytes()) {
      throw tooLong();
    }
    Continuation continuation = onFirstRead;
    if (continuation != null) {
      onFirstRead = null;
      continuation.proceed();
    }
  }

  private int readSome(byte[] into, int offset, int count) throws IOException, HttpException {
    if (chunked && left == 0 && !nextChunk()) {
      return -1;
    }
    if (input.available() == 0) {
      pace.await(bytesRead);
    }
    int bytes = input.read(ByteBuffer.wrap(into, offset, (int) Math.min(count, left)));
    if (bytes < 0) {
      throw new EOFException();
    }
    bytesRead += bytes;
    left -= bytes;
    if (!chunked && left == 0) {
      finish();
    }
    return bytes;
  }

  /**
   * Reads up to the next chunk's first byte; returns false after the last chunk and its trailers.
   */
  private boolean nextChunk() throws IOException, HttpException {
    pace.await(bytesRead);
    if (insideChunks && line(0).length != 0) {
      throw bad("a chunk is longer than it says");
    }
    insideChunks = true;
    left = chunkSize(line(SIZE_LINE_BYTES + limits.chunkExtensionBytes()));
    if (left == 0) {
      readTrailers();
      finish();
      return false;
    }
    if (bytesRead + left > limits.bodyBytes()) {
      throw tooLong();
    }
    return true;
  }

  private long chunkSize(byte[] line) throws HttpException {
    long size = 0;
    int digits = 0;
    while (digits < line.length && Ascii.hexDigit(line[digits]) >= 0) {
      size = size << 4 | Ascii.hexDigit(line[digits]);
      digits++;
      if (digits > SIZE_DIGITS_MAX) {
        throw bad("a chunk size is too large");
      }
    }
    if (digits == 0) {
      throw bad("a chunk must begin with its size");
    }
    extensionBytes += line.length - digits;
    if (extensionBytes > limits.chunkExtensionBytes()) {
      throw bad("chunk extensions are too long");
    }
    if (!ChunkExtensions.isWellFormed(line, digits)) {
      throw bad("a chunk extension is malformed");
    }
    return size;
  }

  private void readTrailers() throws IOException, HttpException {
    FieldLines fields = new FieldLines(limits);
    byte[] line = line(limits.headerBytes());
    while (line.length > 0) {
      fields.add(line, 0, line.length);
      pace.await(bytesRead);
      line = line(limits.headerBytes());
    }
    trailers = fields.take();
  }

  private byte[] line(int bytesMax) throws IOException, HttpException {
    byte[] line = input.readLine(bytesMax);
    if (line == null) {
      throw bad("a line of the chunked body is malformed");
    }
    return line;
  }

  private void finish() {
    complete = true;
    pace.done();
  }

  private IOException failed(IOException reason) {
    failure = reason;
    pace.done();
    return reason;
  }

  private static HttpException tooLong() {
    return new HttpException(Status.CONTENT_TOO_LARGE, "the body is too long");
  }

  private static HttpException bad(String reason) {
    return new HttpException(Status.BAD_REQUEST, reason);
  }
}
