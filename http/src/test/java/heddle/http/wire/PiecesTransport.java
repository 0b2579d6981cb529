package heddle.http.wire;

import heddle.http.net.BufferPool;
import heddle.http.net.Deadline;
import heddle.http.net.DeadlineWheel;
import heddle.http.net.Transport;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A transport that gives out prepared pieces, one for each read, and keeps what is written. */
public final class PiecesTransport implements Transport {
  private static final DeadlineWheel WHEEL = DeadlineWheel.start();

  private final Deque<ByteBuffer> pieces = new ArrayDeque<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final BufferPool buffers = new BufferPool();
  private int writes;

  public PiecesTransport(byte[]... pieces) {
    for (byte[] piece : pieces) {
      this.pieces.add(ByteBuffer.wrap(piece));
    }
  }

  /** One byte at a time. */
  static PiecesTransport dripping(byte[] bytes) {
    byte[][] single = new byte[bytes.length][];
    for (int i = 0; i < bytes.length; i++) {
      single[i] = new byte[] {bytes[i]};
    }
    return new PiecesTransport(single);
  }

  String written() {
    return written.toString(StandardCharsets.ISO_8859_1);
  }

  int writes() {
    return writes;
  }

  @Override
  public void awaitReadable() {}

  @Override
  public int readNow(ByteBuffer into) {
    return read(into);
  }

  @Override
  public int read(ByteBuffer into) {
    ByteBuffer piece = pieces.peek();
    if (piece == null) {
      return -1;
    }
    int bytes = Math.min(piece.remaining(), into.remaining());
    into.put(piece.slice(piece.position(), bytes));
    piece.position(piece.position() + bytes);
    if (!piece.hasRemaining()) {
      pieces.remove();
    }
    return bytes;
  }

  @Override
  public void write(ByteBuffer from) {
    writes++;
    byte[] bytes = new byte[from.remaining()];
    from.get(bytes);
    written.writeBytes(bytes);
  }

  @Override
  public void write(ByteBuffer first, ByteBuffer second) {
    write(first);
    write(second);
  }

  @Override
  public void transfer(FileChannel file, long position, long bytes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void shutdownOutput() {}

  @Override
  public void close() {}

  @Override
  public Deadline readDeadline() {
    return WHEEL.deadline(() -> {});
  }

  @Override
  public void writePause(Duration pause) {}

  @Override
  public InetSocketAddress remote() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
  }

  @Override
  public InetSocketAddress local() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 2);
  }

  @Override
  public BufferPool buffers() {
    return buffers;
  }
}
