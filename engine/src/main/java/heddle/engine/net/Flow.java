package heddle.engine.net;

import java.util.ArrayDeque;
import jdk.internal.misc.Unsafe;

/** The bytes that are under way in one direction of a connection, or wait to be read. */
final class Flow {
  /**
   * Bytes that may be under way and unread before the writer waits (the window of RFC 9293, section
   * 3.8.6, and the sender's buffer together). Real systems let more through, and change it as they
   * go; who counts could notice.
   */
  static final int WINDOW_BYTES = 65_536;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long BYTES = Unsafe.ARRAY_BYTE_BASE_OFFSET;

  /** What one write has sent: a segment. */
  static final class Segment {
    final byte[] bytes;
    int from;

    /** The virtual time at which it is there to be read; {@link Links#UNKNOWN} when it is held. */
    long arrives;

    Segment(byte[] bytes, long arrives) {
      this.bytes = bytes;
      this.arrives = arrives;
    }

    int left() {
      return bytes.length - from;
    }
  }

  private final ArrayDeque<Segment> segments = new ArrayDeque<>(2);
  private int size;

  /** Whether the writer has ended the direction. */
  private boolean ended;

  /** The virtual time at which the reader learns of it. */
  private long endArrives;

  int space() {
    return WINDOW_BYTES - size;
  }

  /** The writer ends the direction, of which the reader learns at time {@code arrives}. */
  void end(long arrives) {
    ended = true;
    endArrives = arrives;
  }

  /** Returns whether the reader knows at time {@code now} that the writer has ended. */
  boolean hasEnded(long now) {
    return ended && endArrives <= now;
  }

  /** Returns whether all was read, and the reader knows at time {@code now} that no more comes. */
  boolean isAtEnd(long now) {
    return size == 0 && hasEnded(now);
  }

  /** Lets everything arrive at time {@code now} that is held; returns whether there was any. */
  boolean release(long now) {
    boolean any = false;
    for (Segment segment : segments) {
      if (segment.arrives == Links.UNKNOWN) {
        segment.arrives = now;
        any = true;
      }
    }
    if (ended && endArrives == Links.UNKNOWN) {
      endArrives = now;
      any = true;
    }
    return any;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds a segment copied from memory. */
  void add(long address, int length, long arrives) {
    byte[] bytes = new byte[length];
    UNSAFE.copyMemory(null, address, bytes, BYTES, length);
    // Segments of one direction do not overtake each other.
    Segment last = segments.peekLast();
    segments.add(new Segment(bytes, last == null ? arrives : Math.max(arrives, last.arrives)));
    size += length;
  }

  void add(byte value, long arrives) {
    segments.add(new Segment(new byte[] {value}, arrives));
    size++;
  }

  /** Returns how many bytes can be read at time {@code now}. */
  int readable(long now) {
    int sum = 0;
    for (Segment segment : segments) {
      if (segment.arrives > now) {
        break;
      }
      sum += segment.left();
    }
    return sum;
  }

  /** Returns the time at which the next bytes arrive that are still under way. */
  long nextArrival(long now) {
    for (Segment segment : segments) {
      if (segment.arrives > now) {
        return segment.arrives;
      }
    }
    return ended && endArrives > now ? endArrives : Long.MAX_VALUE;
  }

  /** Returns the byte at {@code index} of those that wait. */
  int peek(int index) {
    int at = index;
    for (Segment segment : segments) {
      if (at < segment.left()) {
        return segment.bytes[segment.from + at];
      }
      at -= segment.left();
    }
    throw new IndexOutOfBoundsException(index);
  }

  /** Returns how many bytes the first segment has left. */
  int firstSegment() {
    Segment first = segments.peekFirst();
    return first == null ? 0 : first.left();
  }

  /** Moves {@code length} bytes to memory. */
  void take(long address, int length) {
    int done = 0;
    while (done < length) {
      Segment segment = segments.getFirst();
      int n = Math.min(segment.left(), length - done);
      UNSAFE.copyMemory(segment.bytes, BYTES + segment.from, null, address + done, n);
      segment.from += n;
      done += n;
      if (segment.left() == 0) {
        segments.removeFirst();
      }
    }
    size -= length;
  }

  /** Forgets all bytes. */
  void clear() {
    segments.clear();
    size = 0;
  }
}
