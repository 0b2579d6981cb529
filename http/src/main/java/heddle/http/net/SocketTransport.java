package heddle.http.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * What is common to transports over a socket channel. How a thread waits for the channel is the
 * subclass's: {@link #awaitWritable} is called when a write took nothing.
 */
abstract class SocketTransport implements Transport {
  /**
   * Bytes sent by one {@code transferTo}: a fast reader of a large file must not keep its loop from
   * the others.
   */
  private static final long TRANSFER_BYTES = 1 << 20;

  final SocketChannel channel;
  private final Deadline readDeadline;
  final Deadline writeDeadline;
  private final BufferPool buffers;
  private final InetSocketAddress remote;
  // Set before the first write, by the thread that writes.
  long writePauseNanos = Long.MAX_VALUE;

  SocketTransport(SocketChannel channel, DeadlineWheel wheel, BufferPool buffers)
      throws IOException {
    this.channel = channel;
    this.buffers = buffers;
    this.readDeadline = wheel.deadline(this::endReading);
    this.writeDeadline = wheel.deadline(this::endWriting);
    this.remote = (InetSocketAddress) channel.getRemoteAddress();
  }

  /** Ends the wait of the reader; called on the wheel's thread. */
  abstract void endReading();

  /** Ends the wait of the writer; called on the wheel's thread. */
  abstract void endWriting();

  /** Called before each attempt to write. */
  abstract void beforeWrite() throws IOException;

  /**
   * Blocks until the channel takes bytes.
   *
   * @throws DeadlineException if the deadline passed
   */
  abstract void awaitWritable() throws IOException;

  /**
   * Blocks after {@code transferTo} took nothing.
   *
   * @return the bytes of {@code file} sent meanwhile
   */
  abstract long transferBlocked(FileChannel file, long position, long bytes) throws IOException;

  @Override
  public final void write(ByteBuffer from) throws IOException {
    while (from.hasRemaining()) {
      beforeWrite();
      if (channel.write(from) == 0) {
        awaitWritable();
      }
    }
    writeDeadline.clear();
  }

  @Override
  public final void write(ByteBuffer first, ByteBuffer second) throws IOException {
    ByteBuffer[] both = {first, second};
    while (second.hasRemaining() || first.hasRemaining()) {
      beforeWrite();
      if (channel.write(both) == 0) {
        awaitWritable();
      }
    }
    writeDeadline.clear();
  }

  @Override
  public final void transfer(FileChannel file, long position, long bytes) throws IOException {
    long sent = 0;
    while (sent < bytes) {
      beforeWrite();
      long now = file.transferTo(position + sent, Math.min(bytes - sent, TRANSFER_BYTES), channel);
      if (now > 0) {
        sent += now;
      } else if (position + sent >= file.size()) {
        throw new IOException("file became shorter while it was sent");
      } else {
        sent += transferBlocked(file, position + sent, bytes - sent);
      }
    }
    writeDeadline.clear();
  }

  @Override
  public final void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public void close() {
    readDeadline.cancel();
    writeDeadline.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      // The descriptor is gone either way.
    }
  }

  @Override
  public final Deadline readDeadline() {
    return readDeadline;
  }

  @Override
  public final void writePause(Duration pause) {
    writePauseNanos = pause.toNanos();
  }

  @Override
  public final InetSocketAddress remote() {
    return remote;
  }

  @Override
  public final InetSocketAddress local() {
    try {
      return (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException e) {
      return new InetSocketAddress(0); // closed: nobody can be told anything any more
    }
  }

  @Override
  public final BufferPool buffers() {
    return buffers;
  }

  static void failIfPassed(Deadline deadline) throws DeadlineException {
    if (deadline.passed()) {
      throw new DeadlineException();
    }
  }
}
