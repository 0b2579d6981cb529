package heddle.http.net;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Runs connections on the JDK's own virtual threads, over blocking socket channels. */
final class BlockingCarrier implements Carrier {
  private final DeadlineWheel wheel;
  private final BufferPool buffers = new BufferPool();
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  BlockingCarrier(DeadlineWheel wheel) {
    this.wheel = wheel;
  }

  @Override
  public Closeable accept(ServerSocketChannel listener, Consumer<Transport> onConnection)
      throws IOException {
    listener.configureBlocking(true);
    open.add(listener);
    Thread.ofVirtual().name("heddle-accept").start(() -> acceptAll(listener, onConnection));
    return listener;
  }

  @Override
  public void close() {
    closed = true;
    for (Closeable resource : open) {
      closeQuietly(resource);
    }
    open.clear();
  }

  private void acceptAll(ServerSocketChannel listener, Consumer<Transport> onConnection) {
    while (!closed && listener.isOpen()) {
      try {
        start(listener.accept(), onConnection);
      } catch (ClosedChannelException e) {
        break; // asked to stop
      } catch (IOException e) {
        Accepting.failed(listener, e);
        LockSupport.parkNanos(Accepting.BACK_OFF.toNanos());
      } catch (RuntimeException | Error e) {
        // Everybody depends on this thread: it must outlive what went wrong with one connection.
        Accepting.log(Level.ERROR, "accept: " + e);
        LockSupport.parkNanos(Accepting.BACK_OFF.toNanos());
      }
    }
    open.remove(listener);
  }

  private void start(SocketChannel channel, Consumer<Transport> onConnection) {
    try {
      Accepting.configure(channel);
      Transport transport = new BlockingTransport(channel, wheel, buffers);
      open.add(transport);
      Thread.ofVirtual()
          .start(() -> {
            try {
              onConnection.accept(transport);
            } finally {
              open.remove(transport);
              transport.close();
            }
          });
    } catch (IOException e) {
      closeQuietly(channel); // the peer has gone already
    } catch (RuntimeException | Error e) {
      closeQuietly(channel);
      throw e;
    }
  }

  private static void closeQuietly(Closeable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      // Nothing is left to be done for a channel that cannot even be closed.
    }
  }
}
