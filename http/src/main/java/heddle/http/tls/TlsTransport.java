package heddle.http.tls;

import heddle.http.net.BufferPool;
import heddle.http.net.Deadline;
import heddle.http.net.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts another transport. The contract is that of {@link Transport}: one reader and one writer;
 * the engine's own locks keep them apart.
 */
public final class TlsTransport implements Transport {
  /** Bytes of a file encrypted at a time: one record, so that it fits one write. */
  private static final int FILE_BYTES = 16 * 1024;

  /** Clear bytes of the largest record (RFC 8446 section 5.1). */
  private static final int CLEAR_BYTES = 16 * 1024;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Transport plain;
  private final SSLEngine engine;
  // Encrypted bytes read and not decrypted, decrypted bytes not read: ready to be taken out of;
  // null when empty. Reader's.
  private @Nullable ByteBuffer encrypted;
  private @Nullable ByteBuffer decrypted;

  /** Encrypts {@code plain} with an engine that has its mode set. */
  public TlsTransport(Transport plain, SSLEngine engine) {
    this.plain = plain;
    this.engine = engine;
  }

  /**
   * Agrees with the peer on keys. To be called before anything else.
   *
   * @throws SSLException if the peer does not speak TLS, or not with us
   * @throws IOException if the connection broke or the deadline passed
   */
  public void handshake() throws IOException {
    engine.beginHandshake();
    continueHandshake();
  }

  /** Returns the protocol agreed on by ALPN (RFC 7301); empty if none. */
  public String applicationProtocol() {
    String protocol = engine.getApplicationProtocol();
    return protocol == null ? "" : protocol;
  }

  @Override
  public void awaitReadable() throws IOException {
    if (decrypted == null && encrypted == null) {
      plain.awaitReadable();
    }
  }

  @Override
  public int readNow(ByteBuffer into) throws IOException {
    return decrypted == null && encrypted == null ? 0 : read(into);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (!into.hasRemaining()) {
      return 0;
    }
    while (decrypted == null) {
      if (!unwrap()) {
        return -1;
      }
    }
    return take(into, decrypted);
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    write(from, NOTHING);
  }

  @Override
  public void write(ByteBuffer first, ByteBuffer second) throws IOException {
    ByteBuffer clear = buffers().takeRecord();
    ByteBuffer out = buffers().takeRecord();
    try {
      while (first.hasRemaining() || second.hasRemaining()) {
        fill(clear.clear().limit(CLEAR_BYTES), first, second);
        clear.flip();
        while (clear.hasRemaining()) {
          SSLEngineResult result = engine.wrap(clear, out);
          if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new SSLException("the TLS session is closed");
          }
          send(out);
        }
      }
    } finally {
      buffers().giveRecord(clear);
      buffers().giveRecord(out);
    }
  }

  @Override
  public void transfer(FileChannel file, long position, long bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(bytes, FILE_BYTES));
    long sent = 0;
    while (sent < bytes) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), bytes - sent));
      int read = file.read(buffer, position + sent);
      if (read < 0) {
        throw new IOException("file became shorter while it was sent");
      }
      write(buffer.flip());
      sent += read;
    }
  }

  @Override
  public void shutdownOutput() throws IOException {
    engine.closeOutbound();
    flushEngine();
    plain.shutdownOutput();
  }

  @Override
  public void close() {
    plain.close();
  }

  @Override
  public Deadline readDeadline() {
    return plain.readDeadline();
  }

  @Override
  public void writePause(Duration pause) {
    plain.writePause(pause);
  }

  @Override
  public InetSocketAddress remote() {
    return plain.remote();
  }

  @Override
  public InetSocketAddress local() {
    return plain.local();
  }

  @Override
  public BufferPool buffers() {
    return plain.buffers();
  }

  private void continueHandshake() throws IOException {
    while (true) {
      switch (engine.getHandshakeStatus()) {
        case NEED_WRAP -> flushEngine();
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          if (!unwrap()) {
            throw new SSLException("the peer ended the handshake");
          }
        }
        case NEED_TASK -> runTasks();
        case FINISHED, NOT_HANDSHAKING -> {
          return;
        }
      }
    }
  }

  /**
   * Decrypts at least part of a record, reading as much as that needs; returns false at the end of
   * the stream.
   */
  private boolean unwrap() throws IOException {
    ByteBuffer in = encrypted == null ? buffers().takeRecord().limit(0) : encrypted;
    ByteBuffer out = buffers().takeRecord();
    encrypted = in;
    try {
      while (true) {
        SSLEngineResult result = engine.unwrap(in, out);
        switch (result.getStatus()) {
          case OK -> {
            runHandshakeAsked(result.getHandshakeStatus());
            return true;
          }
          case BUFFER_UNDERFLOW -> {
            int read = plain.read(in.compact());
            in.flip();
            if (read < 0) {
              return false; // without close_notify; HTTP knows by its own means whether a message
              // is complete
            }
          }
          case BUFFER_OVERFLOW -> throw new SSLException("a record is larger than agreed");
          case CLOSED -> {
            return false;
          }
        }
      }
    } finally {
      keep(in, out);
    }
  }

  /** Holds on to buffers with something in them only. */
  private void keep(ByteBuffer in, ByteBuffer out) {
    if (!in.hasRemaining()) {
      encrypted = null;
      buffers().giveRecord(in);
    }
    if (out.position() > 0) {
      decrypted = out.flip();
    } else {
      buffers().giveRecord(out);
    }
  }

  /** The peer may renew its keys at any time (RFC 8446 section 4.6.3). */
  private void runHandshakeAsked(HandshakeStatus asked) throws IOException {
    switch (asked) {
      case NEED_TASK -> runTasks();
      case NEED_WRAP -> flushEngine();
      case NEED_UNWRAP, NEED_UNWRAP_AGAIN, FINISHED, NOT_HANDSHAKING -> {}
    }
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  /** Sends what the engine itself has to say. */
  private void flushEngine() throws IOException {
    ByteBuffer out = buffers().takeRecord();
    try {
      HandshakeStatus status;
      do {
        SSLEngineResult result = engine.wrap(NOTHING.duplicate(), out);
        status = result.getHandshakeStatus();
        if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
          send(out);
        }
      } while (status == HandshakeStatus.NEED_WRAP);
      send(out);
    } finally {
      buffers().giveRecord(out);
    }
  }

  /** Copies a record's worth: ciphers are much faster between arrays than from a direct buffer. */
  private static void fill(ByteBuffer clear, ByteBuffer first, ByteBuffer second) {
    for (ByteBuffer from : new ByteBuffer[] {first, second}) {
      int bytes = Math.min(clear.remaining(), from.remaining());
      clear.put(clear.position(), from, from.position(), bytes);
      clear.position(clear.position() + bytes);
      from.position(from.position() + bytes);
    }
  }

  private void send(ByteBuffer out) throws IOException {
    if (out.position() > 0) {
      plain.write(out.flip());
      out.clear();
    }
  }

  private int take(ByteBuffer into, ByteBuffer from) {
    int bytes = Math.min(into.remaining(), from.remaining());
    into.put(into.position(), from, from.position(), bytes);
    into.position(into.position() + bytes);
    from.position(from.position() + bytes);
    if (!from.hasRemaining()) {
      decrypted = null;
      buffers().giveRecord(from);
    }
    return bytes;
  }
}
