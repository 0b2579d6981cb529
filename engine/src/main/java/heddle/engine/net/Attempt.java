package heddle.engine.net;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of a TCP socket to connect. While no packet gets to the other host, it is made again.
 *
 * <p>TCP would ask after one, two, four seconds and so on, and not the moment that the host can be
 * reached; who counts these could notice.
 */
final class Attempt {
  /** How long it goes on, in nanoseconds: 127 seconds, as Linux has it with six retries. */
  private static final long GIVES_UP_NANOS = 127_000_000_000L;

  private final Kernel from;
  private final Kernel to;
  private final InetSocketAddress target;
  private final long givesUp;

  /** Whether it has to be made again, because the other host did not answer. */
  boolean isUnanswered;

  Attempt(Kernel from, Kernel to, InetSocketAddress target) {
    this.from = from;
    this.to = to;
    this.target = target;
    this.givesUp = from.network.blocking.now() + GIVES_UP_NANOS;
  }

  /** Returns whether the other host can be reached. */
  boolean isOpen() {
    return from.network.isOpen(from, to);
  }

  boolean isOver() {
    return from.network.blocking.now() >= givesUp;
  }

  /** Returns the virtual time at which to look again. */
  long nextTime() {
    return Math.min(givesUp, from.network.open(from, to));
  }

  /** Returns who listens there; null when no one does. */
  @Nullable StreamSocket listener() {
    return to.listener(target);
  }
}
