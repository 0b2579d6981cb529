package heddle.http.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A non-blocking channel whose waits are parks: the event loop unparks the waiting thread when the
 * channel is ready.
 *
 * <p>Interest in reading stays registered from one request to the next; the loop drops it only when
 * bytes arrive that nobody waits for. So a connection that asks and is answered costs no call to
 * change its registration.
 */
final class LoopTransport extends SocketTransport {
  private final EventLoop loop;
  private final ReentrantLock registration = new ReentrantLock();
  // Set at the first wait: a connection whose request is there when it is accepted may never wait
  // at all. Guarded by
  // registration for writing.
  private volatile @Nullable SelectionKey key;
  // Set by the waiting thread before it parks, cleared by whoever ends the wait: the loop, expiry
  // or close.
  private volatile @Nullable Thread reader;
  private volatile @Nullable Thread writer;
  // Like the key's interest in reading, but cheaper to ask. Changed by the loop and by readers; a
  // stale true heals at the
  // next select, since readers set the interest again whenever it is false.
  private volatile boolean readInterest;
  private volatile boolean open = true;

  LoopTransport(SocketChannel channel, EventLoop loop, DeadlineWheel wheel) throws IOException {
    super(channel, wheel, loop.buffers());
    this.loop = loop;
  }

  @Override
  public void awaitReadable() throws IOException {
    reader = Thread.currentThread();
    if (!readInterest) {
      readInterest = true;
      addInterest(SelectionKey.OP_READ);
    }
    while (reader != null) {
      park(readDeadline());
    }
    failIfEnded(readDeadline());
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int bytes = channel.read(into);
    while (bytes == 0 && into.hasRemaining()) {
      awaitReadable();
      bytes = channel.read(into);
    }
    return bytes;
  }

  @Override
  public int readNow(ByteBuffer into) throws IOException {
    return channel.read(into);
  }

  @Override
  void beforeWrite() {
    // Only a write that has to wait has a deadline.
  }

  @Override
  void awaitWritable() throws IOException {
    writer = Thread.currentThread();
    writeDeadline.inNanos(writePauseNanos);
    addInterest(SelectionKey.OP_WRITE);
    while (writer != null) {
      park(writeDeadline);
    }
    failIfEnded(writeDeadline);
    writeDeadline.clear();
  }

  @Override
  long transferBlocked(FileChannel file, long position, long bytes) throws IOException {
    awaitWritable();
    return 0;
  }

  /** Tells the waiting threads that the channel is ready. Called on the loop's thread. */
  void ready(SelectionKey key) {
    int operations = key.readyOps();
    if ((operations & SelectionKey.OP_WRITE) != 0) {
      key.interestOpsAnd(~SelectionKey.OP_WRITE);
      wakeWriter();
    }
    if ((operations & SelectionKey.OP_READ) != 0 && !wakeReader()) {
      // Bytes for nobody: a handler is still at work. Without this the selector would report them
      // forever.
      readInterest = false;
      key.interestOpsAnd(~SelectionKey.OP_READ);
      if (reader != null) { // came between the two lines above and may have seen the old value
        readInterest = true;
        key.interestOpsOr(SelectionKey.OP_READ);
      }
    }
  }

  @Override
  void endReading() {
    wakeReader();
  }

  @Override
  void endWriting() {
    wakeWriter();
  }

  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    super.close();
    loop.closed(this);
    wakeReader();
    wakeWriter();
  }

  private boolean wakeReader() {
    Thread waiting = reader;
    if (waiting == null) {
      return false;
    }
    reader = null;
    LockSupport.unpark(waiting);
    return true;
  }

  private void wakeWriter() {
    Thread waiting = writer;
    if (waiting != null) {
      writer = null;
      LockSupport.unpark(waiting);
    }
  }

  private void addInterest(int operation) throws ClosedChannelException {
    registration.lock();
    try {
      SelectionKey registered = key;
      if (registered == null) {
        key = loop.register(channel, operation, this);
      } else {
        registered.interestOpsOr(operation);
        loop.wakeIfSelecting();
      }
    } catch (CancelledKeyException e) {
      throw new ClosedChannelException();
    } finally {
      registration.unlock();
    }
  }

  private void park(Deadline deadline) throws IOException {
    failIfEnded(deadline);
    LockSupport.park(this);
    if (Thread.interrupted()) {
      close();
      Thread.currentThread().interrupt();
      throw new ClosedByInterruptException();
    }
  }

  private void failIfEnded(Deadline deadline) throws IOException {
    failIfPassed(deadline);
    if (!open) {
      throw new ClosedChannelException();
    }
  }
}
