package heddle.http.net;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A hashed timing wheel (Varghese and Lauck, SOSP 1987, scheme 6) for the deadlines of all
 * connections: one thread, one tick of {@value #TICK_MILLIS} ms, {@value #SLOTS} slots. A deadline
 * further away than the wheel is long is looked at once a turn.
 *
 * <p>Thread-safe. {@code Socket.setSoTimeout} would do the same at twice the CPU time per request.
 */
public final class DeadlineWheel implements Closeable {
  /**
   * How late a deadline may fire, in milliseconds: coarse enough to cost nothing, fine enough for
   * tests.
   */
  private static final long TICK_MILLIS = 50;

  /** A turn of 102 s, longer than all default deadlines. A power of two. */
  private static final int SLOTS = 2048;

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private final @Nullable Deadline[] slots = new Deadline[SLOTS]; // guarded by lock
  private boolean closed; // guarded by lock
  private final long startNanos = System.nanoTime();
  // Written by the wheel's thread only; read by all that set deadlines.
  private volatile long tick;

  private DeadlineWheel() {}

  /** Starts a wheel and its daemon thread. */
  public static DeadlineWheel start() {
    DeadlineWheel wheel = new DeadlineWheel();
    Thread.ofPlatform().name("heddle-deadlines").daemon().start(wheel::turn);
    return wheel;
  }

  /**
   * Makes a deadline that is not set yet.
   *
   * @param onExpiry called on the wheel's thread when it passes; must not block
   */
  public Deadline deadline(Runnable onExpiry) {
    Deadline deadline = new Deadline(this, onExpiry);
    deadline.filedTick = Long.MAX_VALUE;
    return deadline;
  }

  /** Stops the wheel's thread; deadlines no longer fire. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      closing.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns the tick {@code nanos} from now, rounded up. The clock is the wheel's own: reading it
   * costs nothing.
   */
  long tickIn(long nanos) {
    return tick + 1 + (nanos + TICK_NANOS - 1) / TICK_NANOS;
  }

  void refile(Deadline deadline, long dueTick) {
    lock.lock();
    try {
      unlink(deadline);
      link(deadline, dueTick);
    } finally {
      lock.unlock();
    }
  }

  void remove(Deadline deadline) {
    lock.lock();
    try {
      unlink(deadline);
    } finally {
      lock.unlock();
    }
  }

  private void turn() {
    while (awaitTick()) {
      long now = (System.nanoTime() - startNanos) / TICK_NANOS;
      while (tick < now) {
        long visited = tick + 1;
        List<Deadline> expired = visit(visited);
        tick = visited;
        expired.forEach(Deadline::expire);
      }
    }
  }

  /** Returns false once the wheel is closed. */
  private boolean awaitTick() {
    lock.lock();
    try {
      long leftNanos = TICK_NANOS;
      while (!closed && leftNanos > 0) {
        leftNanos = closing.awaitNanos(leftNanos);
      }
      return !closed;
    } catch (InterruptedException e) {
      return false; // nobody has this thread but us: an interrupt means the JVM is going down
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the deadlines that are due out of the slot of {@code now} and files the others where they
   * belong.
   */
  private List<Deadline> visit(long now) {
    List<Deadline> expired = new ArrayList<>();
    lock.lock();
    try {
      @Nullable Deadline deadline = slots[slot(now)];
      while (deadline != null) {
        Deadline following = deadline.next;
        long due = deadline.dueTick();
        if (due <= now) {
          unlink(deadline);
          expired.add(deadline);
        } else if (deadline.filedTick <= now) {
          unlink(deadline);
          link(deadline, Math.min(due, now + SLOTS));
        }
        deadline = following;
      }
    } finally {
      lock.unlock();
    }
    return expired;
  }

  private void link(Deadline deadline, long dueTick) {
    int slot = slot(dueTick);
    Deadline first = slots[slot];
    deadline.next = first;
    if (first != null) {
      first.previous = deadline;
    }
    slots[slot] = deadline;
    deadline.filed = true;
    deadline.filedTick = dueTick;
  }

  private void unlink(Deadline deadline) {
    if (!deadline.filed) {
      return;
    }
    Deadline before = deadline.previous;
    Deadline after = deadline.next;
    if (before == null) {
      slots[slot(deadline.filedTick)] = after;
    } else {
      before.next = after;
    }
    if (after != null) {
      after.previous = before;
    }
    deadline.previous = null;
    deadline.next = null;
    deadline.filed = false;
    deadline.filedTick = Long.MAX_VALUE;
  }

  private static int slot(long tick) {
    return (int) tick & (SLOTS - 1);
  }
}
