package heddle.http.wire;

import heddle.http.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a body in chunks (RFC 9112 section 7.1), one for each buffer filled or flushed. */
public final class ChunkedOutput extends OutputStream {
  /** Bytes of a chunk: large enough that its frame weighs nothing. */
  private static final int CHUNK_BYTES = 8 * 1024;

  private static final byte[] CRLF = {'\r', '\n'};

  private final ByteOutput output;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private int size;

  /** Chunks for {@code output}. */
  public ChunkedOutput(ByteOutput output) {
    this.output = output;
  }

  @Override
  public void write(int b) throws IOException {
    if (size == chunk.length) {
      writeChunk();
    }
    chunk[size++] = (byte) b;
  }

  @Override
  public void write(byte[] from, int offset, int count) throws IOException {
    int taken = 0;
    while (taken < count) {
      if (size == chunk.length) {
        writeChunk();
      }
      int now = Math.min(count - taken, chunk.length - size);
      System.arraycopy(from, offset + taken, chunk, size, now);
      size += now;
      taken += now;
    }
  }

  @Override
  public void flush() throws IOException {
    writeChunk();
    output.flush();
  }

  /** Writes the last chunk and the trailers. */
  public void finish(Headers trailers) throws IOException {
    writeChunk();
    StringBuilder end = new StringBuilder("0\r\n");
    trailers.forEach((name, value) -> end.append(name).append(": ").append(value).append("\r\n"));
    output.write(end.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private void writeChunk() throws IOException {
    if (size > 0) {
      output.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      output.write(chunk, 0, size);
      output.write(CRLF);
      size = 0;
    }
  }
}
