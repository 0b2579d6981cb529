package heddle.http.proxy;

import heddle.http.net.ClientTransport;
import heddle.http.net.DeadlineWheel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The server behind, and the connections to it that are kept for the next request. Thread-safe. */
final class Upstream {
  /** Connections kept while nobody uses them. */
  private static final int KEPT_MAX = 64;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final InetSocketAddress address;
  private final DeadlineWheel wheel;
  private final Duration wait;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<UpstreamConnection> kept = new ArrayDeque<>(); // guarded by lock
  private boolean closed; // guarded by lock

  Upstream(InetSocketAddress address, DeadlineWheel wheel, Duration wait) {
    this.address = address;
    this.wheel = wheel;
    this.wait = wait;
  }

  /** Returns the connection that was used last, the most likely to be still open. */
  Optional<UpstreamConnection> takeKept() {
    lock.lock();
    try {
      return Optional.ofNullable(kept.pollLast());
    } finally {
      lock.unlock();
    }
  }

  UpstreamConnection connect() throws IOException {
    return new UpstreamConnection(ClientTransport.connect(address, CONNECT, wheel), address, wait);
  }

  void keep(UpstreamConnection connection) {
    lock.lock();
    try {
      if (!closed && kept.size() < KEPT_MAX) {
        kept.addLast(connection);
        return;
      }
    } finally {
      lock.unlock();
    }
    connection.close();
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      kept.forEach(UpstreamConnection::close);
      kept.clear();
    } finally {
      lock.unlock();
    }
  }
}
