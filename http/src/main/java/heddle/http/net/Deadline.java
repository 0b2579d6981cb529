package heddle.http.net;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When the wait of one connection ends by force. Setting one costs a field write: the wheel looks
 * at a deadline when the earliest time it was ever set to comes, and files it anew if it has moved
 * since.
 *
 * <p>Thread-safe; the last of several concurrent settings holds.
 */
public final class Deadline {
  private static final long NEVER = Long.MAX_VALUE;

  private final DeadlineWheel wheel;
  private final Runnable onExpiry;
  // Written by the connection, read by the wheel: a stale value only delays the expiry by one
  // visit.
  private volatile long dueTick = NEVER;
  private volatile boolean passed;

  // Guarded by the wheel's lock. The slot's list is doubly linked so that a connection can leave in
  // constant time.
  @Nullable Deadline previous;
  @Nullable Deadline next;
  boolean filed;
  // Written under the wheel's lock; read without it as a hint for whether refiling is needed.
  volatile long filedTick;

  Deadline(DeadlineWheel wheel, Runnable onExpiry) {
    this.wheel = wheel;
    this.onExpiry = onExpiry;
  }

  /**
   * Sets the deadline to {@code wait} from now, rounded up to the wheel's tick.
   *
   * @param wait positive; a wait of more than 100 years means never
   */
  public void in(Duration wait) {
    inNanos(wait.toSeconds() > Integer.MAX_VALUE ? NEVER : wait.toNanos());
  }

  /** Sets the deadline to {@code nanos} nanoseconds from now, rounded up to the wheel's tick. */
  public void inNanos(long nanos) {
    long due = nanos == NEVER ? NEVER : wheel.tickIn(nanos);
    dueTick = due;
    if (due < filedTick) {
      wheel.refile(this, due);
    }
  }

  /** Sets the deadline to never. */
  public void clear() {
    dueTick = NEVER;
  }

  /** Returns whether the deadline passed while it was set. It stays so. */
  public boolean passed() {
    return passed;
  }

  /** Takes the deadline out of the wheel for good. */
  public void cancel() {
    dueTick = NEVER;
    wheel.remove(this);
  }

  long dueTick() {
    return dueTick;
  }

  void expire() {
    dueTick = NEVER;
    passed = true;
    onExpiry.run();
  }
}
