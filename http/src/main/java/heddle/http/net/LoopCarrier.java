package heddle.http.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One event loop per core; all loops accept from each listener, and each runs the connections it
 * was given.
 */
final class LoopCarrier implements Carrier {
  /** Connections taken at one wake-up, so that a burst is shared among the loops. */
  private static final int ACCEPTS_MAX = 8;

  /** A loop with this many connections more than the emptiest one gives new ones away. */
  private static final int IMBALANCE_MAX = 2;

  private final SchedulerDoor door;
  private final DeadlineWheel wheel;
  private final List<EventLoop> loops;

  private LoopCarrier(SchedulerDoor door, DeadlineWheel wheel, List<EventLoop> loops) {
    this.door = door;
    this.wheel = wheel;
    this.loops = loops;
  }

  static LoopCarrier start(SchedulerDoor door, DeadlineWheel wheel) throws IOException {
    List<EventLoop> loops = new ArrayList<>();
    for (int loop = 0; loop < Runtime.getRuntime().availableProcessors(); loop++) {
      loops.add(EventLoop.start("heddle-loop-" + loop));
    }
    return new LoopCarrier(door, wheel, List.copyOf(loops));
  }

  @Override
  public Closeable accept(ServerSocketChannel listener, Consumer<Transport> onConnection)
      throws IOException {
    listener.configureBlocking(false);
    AtomicBoolean taken = new AtomicBoolean();
    for (EventLoop loop : loops) {
      var acceptor = new Acceptor(listener, loop, taken, onConnection);
      SelectionKey key = loop.register(listener, 0, acceptor);
      acceptor.key = key;
      key.interestOps(SelectionKey.OP_ACCEPT);
      loop.wakeIfSelecting();
    }
    return () -> {
      listener.close();
      loops.forEach(
          EventLoop::wakeIfSelecting); // a key keeps the port bound until its selector has seen the
      // closing
    };
  }

  @Override
  public void close() {
    loops.forEach(EventLoop::close);
  }

  private EventLoop loopFor(EventLoop accepting) {
    EventLoop emptiest = accepting;
    for (EventLoop loop : loops) {
      if (loop.connections() < emptiest.connections()) {
        emptiest = loop;
      }
    }
    boolean keep = accepting.connections() - emptiest.connections() <= IMBALANCE_MAX;
    return keep ? accepting : emptiest;
  }

  private void start(SocketChannel channel, EventLoop loop, Consumer<Transport> onConnection)
      throws IOException {
    channel.configureBlocking(false);
    Accepting.configure(channel);
    LoopTransport transport = new LoopTransport(channel, loop, wheel);
    loop.opened(transport);
    door.thread(
            loop,
            () -> {
              try {
                onConnection.accept(transport);
              } finally {
                transport.close();
              }
            })
        .start();
  }

  /** Accepts on one loop. Confined to that loop's thread. */
  private final class Acceptor implements Runnable {
    private final ServerSocketChannel listener;
    private final EventLoop loop;
    // True while one of the loops accepts from this listener: the others have better things to do
    // than to wait for its lock.
    private final AtomicBoolean taken;
    private final Deadline pause;
    private final Consumer<Transport> onConnection;

    // Set before the key has any interest, hence before the first run.
    @SuppressWarnings("NullAway.Init")
    private SelectionKey key;

    Acceptor(
        ServerSocketChannel listener,
        EventLoop loop,
        AtomicBoolean taken,
        Consumer<Transport> onConnection) {
      this.taken = taken;
      this.pause = wheel.deadline(this::resume);
      this.listener = listener;
      this.loop = loop;
      this.onConnection = onConnection;
    }

    @Override
    public void run() {
      if (taken.compareAndSet(false, true)) {
        try {
          acceptSome();
        } finally {
          taken.set(false);
        }
      }
    }

    private void acceptSome() {
      try {
        for (int accepts = 0; accepts < ACCEPTS_MAX; accepts++) {
          SocketChannel channel = listener.accept();
          if (channel == null) {
            return;
          }
          startOrClose(channel);
        }
      } catch (IOException e) {
        if (listener.isOpen()) {
          Accepting.failed(listener, e);
          pause();
        }
      }
    }

    private void startOrClose(SocketChannel channel) throws IOException {
      try {
        start(channel, loopFor(loop), onConnection);
      } catch (IOException e) {
        channel.close(); // the peer has gone already
      } catch (RuntimeException | Error e) {
        channel.close();
        throw e;
      }
    }

    /** Stops listening for a while; connections of this loop go on being served. */
    private void pause() {
      key.interestOps(0);
      pause.in(Accepting.BACK_OFF);
    }

    private void resume() {
      try {
        key.interestOps(SelectionKey.OP_ACCEPT);
        loop.wakeIfSelecting();
      } catch (CancelledKeyException e) {
        // The server was stopped meanwhile.
      }
    }
  }
}
