package heddle.http.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Buffers that connections borrow while they have bytes in hand, so that an idle connection holds
 * none. Thread-safe.
 *
 * <p>Reading buffers are arrays, because the parser reads byte by byte; writing buffers are direct,
 * because the kernel takes bytes from there without a copy.
 */
public final class BufferPool {
  /** Bytes of a reading buffer: a usual request head with room for a few pipelined ones. */
  public static final int READ_BYTES = 8 * 1024;

  /**
   * Bytes of a writing buffer: a response of 32 KiB with its head, or a pipelined batch, in one
   * write.
   */
  public static final int WRITE_BYTES = 34 * 1024;

  /**
   * Bytes of a record buffer: the largest TLS record that the JDK makes or takes is 16,709 bytes.
   */
  public static final int RECORD_BYTES = 17 * 1024;

  /** Kept for reuse, each kind; beyond that the collector takes them: 15 MiB a pool at most. */
  private static final int KEPT = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<byte[]> arrays = new ArrayDeque<>(); // guarded by lock
  private final ArrayDeque<ByteBuffer> directs = new ArrayDeque<>(); // guarded by lock

  private final ArrayDeque<ByteBuffer> records = new ArrayDeque<>(); // guarded by lock

  /** An empty pool. */
  public BufferPool() {}

  /** Lends an array of {@link #READ_BYTES}, its content undefined. */
  public byte[] takeArray() {
    lock.lock();
    try {
      byte[] array = arrays.pollLast();
      return array != null ? array : new byte[READ_BYTES];
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes back an array that nobody refers to any more; arrays of another size are left to the
   * collector.
   */
  public void give(byte[] array) {
    if (array.length != READ_BYTES) {
      return;
    }
    lock.lock();
    try {
      if (arrays.size() < KEPT) {
        arrays.addLast(array);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lends a cleared direct buffer of {@link #WRITE_BYTES}. */
  public ByteBuffer takeDirect() {
    lock.lock();
    try {
      ByteBuffer buffer = directs.pollLast();
      if (buffer != null) {
        return buffer;
      }
    } finally {
      lock.unlock();
    }
    return ByteBuffer.allocateDirect(WRITE_BYTES);
  }

  /** Takes back a buffer of {@link #takeDirect} that nobody refers to any more. */
  public void give(ByteBuffer buffer) {
    lock.lock();
    try {
      if (directs.size() < KEPT) {
        directs.addLast(buffer.clear());
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lends a cleared buffer of {@link #RECORD_BYTES} over an array, which is where ciphers work
   * best.
   */
  public ByteBuffer takeRecord() {
    lock.lock();
    try {
      ByteBuffer buffer = records.pollLast();
      if (buffer != null) {
        return buffer;
      }
    } finally {
      lock.unlock();
    }
    return ByteBuffer.allocate(RECORD_BYTES);
  }

  /** Takes back a buffer of {@link #takeRecord} that nobody refers to any more. */
  public void giveRecord(ByteBuffer buffer) {
    lock.lock();
    try {
      if (records.size() < KEPT) {
        records.addLast(buffer.clear());
      }
    } finally {
      lock.unlock();
    }
  }
}
