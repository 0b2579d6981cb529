package heddle.http.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.function.Consumer;

/**
 * Accepts connections and runs each on a virtual thread of its own. Thread-safe.
 *
 * <p>There are two: {@link LoopCarrier}, fast, where the JVM was started with {@code --add-opens
 * java.base/java.lang=ALL-UNNAMED}; and {@link BlockingCarrier}, which works everywhere. Code above
 * sees no difference.
 */
public sealed interface Carrier extends Closeable permits BlockingCarrier, LoopCarrier {
  /** Which carrier to use. */
  enum Kind {
    /** The loop where it can be had, otherwise blocking. */
    AUTO,
    /** Virtual threads on the JDK's scheduler, blocking channels. */
    BLOCKING,
    /** Virtual threads scheduled by the event loop that wakes them. */
    LOOP
  }

  /**
   * Starts a carrier.
   *
   * @param wheel ends the waits of its connections
   * @throws IllegalStateException for {@link Kind#LOOP} if the JVM does not let us choose a virtual
   *     thread's scheduler
   * @throws IOException if the system gives no selector
   */
  static Carrier start(Kind kind, DeadlineWheel wheel) throws IOException {
    return switch (kind) {
      case BLOCKING -> new BlockingCarrier(wheel);
      case LOOP -> LoopCarrier.start(SchedulerDoor.open().orElseThrow(SchedulerDoor::shut), wheel);
      case AUTO -> {
        var door = SchedulerDoor.open();
        yield door.isPresent() ? LoopCarrier.start(door.get(), wheel) : new BlockingCarrier(wheel);
      }
    };
  }

  /**
   * Accepts from {@code listener} until it or the carrier is closed. Returns at once.
   *
   * @param listener bound; owned by the carrier from now on
   * @param onConnection called on the connection's own virtual thread; it closes the transport
   * @return what to close to stop accepting; connections live on
   * @throws IOException if the listener cannot be used
   */
  Closeable accept(ServerSocketChannel listener, Consumer<Transport> onConnection)
      throws IOException;

  /** Stops the carrier's threads and closes what is still connected. Idempotent. */
  @Override
  void close();
}
