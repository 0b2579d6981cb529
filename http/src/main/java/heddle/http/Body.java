package heddle.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.util.function.Supplier;

/** What follows a response's head. */
public sealed interface Body {
  /** A length that is not known before the last byte is written: sent in chunks. */
  long UNKNOWN = -1;

  /** Returns nothing. */
  static Body empty() {
    return Bytes.NONE;
  }

  /** Returns the number of bytes, or {@link #UNKNOWN}. */
  long length();

  /**
   * Bytes in memory.
   *
   * @param bytes not changed afterwards
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bytes(byte[] bytes) implements Body {
    private static final Body NONE = new Bytes(new byte[0]);

    @Override
    public long length() {
      return bytes.length;
    }
  }

  /**
   * Bytes that are produced while they are sent.
   *
   * @param length exactly as many bytes as will be written, or {@link #UNKNOWN}
   * @param writer writes them
   * @param trailers asked for after the last byte and sent after it, if the length is unknown and
   *     the client takes trailers (RFC 9112 section 7.1.2)
   * @param release called once when the body has been written, or will not be
   */
  record Stream(long length, Writer writer, Supplier<Headers> trailers, Runnable release)
      implements Body {
    /** A stream without trailers that holds nothing. */
    public Stream(long length, Writer writer) {
      this(length, writer, () -> Headers.EMPTY, () -> {});
    }
  }

  /**
   * Part of an open file, sent without copying where the system can. The server closes the file.
   *
   * @param file readable
   * @param position of the first byte
   * @param length bytes to send
   */
  record FilePart(FileChannel file, long position, long length) implements Body {}

  /**
   * After a 101 response the connection is no longer HTTP's: {@code takeover} has it until it
   * returns.
   *
   * @param takeover speaks the new protocol
   * @param release called once when that has ended, or will not begin
   */
  record Upgrade(Takeover takeover, Runnable release) implements Body {
    @Override
    public long length() {
      return 0;
    }
  }

  /**
   * Gives back what the body holds. Called by the server, once for each response, whatever became
   * of it.
   *
   * @throws IOException if a file cannot be closed
   */
  default void close() throws IOException {
    switch (this) {
      case Bytes _ -> {}
      case FilePart part -> part.file().close();
      case Stream stream -> stream.release().run();
      case Upgrade upgrade -> upgrade.release().run();
    }
  }

  /** Writes a body. */
  @FunctionalInterface
  interface Writer {
    /**
     * Writes all bytes; blocks while the client does not read. {@code out.flush()} sends what has
     * been written so far.
     *
     * @throws IOException if the client is gone; let it pass
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Speaks another protocol over a connection that began as HTTP. */
  @FunctionalInterface
  interface Takeover {
    /**
     * Uses the connection; it is closed when this returns.
     *
     * @throws IOException if the peer is gone; let it pass
     */
    void run(RawConnection connection) throws IOException;
  }
}
