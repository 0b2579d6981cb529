package heddle.http.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/**
 * The two byte streams of one connection. Calls block the calling thread only.
 *
 * <p>One thread may read while another writes; two concurrent readers or two concurrent writers are
 * the caller's error. {@link #close} may be called from any thread at any time.
 */
public interface Transport extends Closeable {
  /**
   * Blocks until a {@link #read} would not, or returns at once if that cannot be known. A caller
   * that has nothing to do until more arrives calls this first, holding no buffer.
   *
   * @throws DeadlineException if the deadline passed
   * @throws IOException if the connection broke
   */
  void awaitReadable() throws IOException;

  /**
   * Reads at least one byte into {@code into}, blocking for it.
   *
   * @return the number of bytes read, or -1 after the peer's last byte; 0 only when {@code into} is
   *     full
   * @throws DeadlineException if the deadline passed
   * @throws IOException if the connection broke
   */
  int read(ByteBuffer into) throws IOException;

  /**
   * Reads what is there, without blocking where that is possible.
   *
   * @return the number of bytes read, 0 if nothing has come yet, or -1 after the peer's last byte
   * @throws DeadlineException if the deadline passed
   * @throws IOException if the connection broke
   */
  int readNow(ByteBuffer into) throws IOException;

  /**
   * Writes all of {@code from}, blocking while the peer does not read.
   *
   * @throws DeadlineException if the deadline passed
   * @throws IOException if the connection broke
   */
  void write(ByteBuffer from) throws IOException;

  /**
   * Writes all of {@code first}, then all of {@code second}, in as few packets as possible.
   *
   * @throws DeadlineException if the deadline passed
   * @throws IOException if the connection broke
   */
  void write(ByteBuffer first, ByteBuffer second) throws IOException;

  /**
   * Writes {@code bytes} bytes of {@code file} from {@code position}, without copying them through
   * this process where the system can.
   *
   * @throws DeadlineException if the deadline passed
   * @throws IOException if the connection broke or the file became shorter
   */
  void transfer(FileChannel file, long position, long bytes) throws IOException;

  /**
   * Ends this side's stream; the peer reads the end once it has read everything before.
   *
   * @throws IOException if the connection broke
   */
  void shutdownOutput() throws IOException;

  /**
   * Closes both directions. Threads blocked in this transport get an {@link IOException}.
   * Idempotent.
   */
  @Override
  void close();

  /**
   * Returns the deadline of reading: once it passes, waiting and later reads fail; writes do not.
   */
  Deadline readDeadline();

  /** Makes a write fail during which the peer takes nothing for {@code pause}. */
  void writePause(Duration pause);

  /** Returns the peer's address. */
  InetSocketAddress remote();

  /** Returns the address the peer connected to. */
  InetSocketAddress local();

  /** Returns the buffers to be used by threads of this connection. */
  BufferPool buffers();
}
