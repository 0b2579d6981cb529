package heddle.http.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;

/** A blocking socket channel, used from a virtual thread of the JDK's own scheduler. */
final class BlockingTransport extends SocketTransport {
  // True while a thread is in a read.
  private volatile boolean reading;

  BlockingTransport(SocketChannel channel, DeadlineWheel wheel, BufferPool buffers)
      throws IOException {
    super(channel, wheel, buffers);
  }

  @Override
  public void awaitReadable() {
    // A blocking channel can only be waited for by reading.
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    failIfPassed(readDeadline());
    reading = true;
    try {
      int bytes = channel.read(into);
      if (bytes < 0) {
        failIfPassed(readDeadline());
      }
      return bytes;
    } catch (AsynchronousCloseException e) {
      failIfPassed(readDeadline());
      throw e;
    } finally {
      reading = false;
    }
  }

  @Override
  public int readNow(ByteBuffer into) throws IOException {
    return read(into);
  }

  @Override
  void beforeWrite() throws IOException {
    failIfPassed(writeDeadline);
    writeDeadline.inNanos(writePauseNanos);
  }

  @Override
  void awaitWritable() {
    // A blocking channel has waited already.
  }

  /**
   * {@code transferTo} may take nothing from a virtual thread instead of blocking; an ordinary
   * write does block.
   */
  @Override
  long transferBlocked(FileChannel file, long position, long bytes) throws IOException {
    ByteBuffer buffer = buffers().takeDirect();
    try {
      buffer.limit((int) Math.min(buffer.capacity(), bytes));
      int read = file.read(buffer, position);
      write(buffer.flip());
      return Math.max(0, read);
    } finally {
      buffers().give(buffer);
    }
  }

  @Override
  void endReading() {
    try {
      if (reading) {
        channel.shutdownInput(); // a last response can still be written
      }
    } catch (IOException e) {
      close();
    }
  }

  @Override
  void endWriting() {
    close();
  }
}
