package heddle.http.server;

import heddle.http.Handler;
import heddle.http.net.Carrier;
import heddle.http.net.DeadlineWheel;
import heddle.http.net.Transport;
import heddle.http.tls.Certificates;
import heddle.http.tls.TlsTransport;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A web server that is running. Thread-safe.
 *
 * <pre>{@code
 * try (var server = HttpServer.start(ServerSettings.onPort(8080), request -> Response.text("Hello"))) {
 *   server.awaitStop();
 * }
 * }</pre>
 */
public final class HttpServer implements Closeable {
  /** How long {@link #close} waits for responses that are under way. */
  private static final Duration DRAIN = Duration.ofSeconds(10);

  /** Connections that the system may have completed and we not yet accepted. */
  private static final int BACKLOG = 1024;

  /** How often a stop looks whether connections are left, in milliseconds. */
  private static final long STOP_LOOK_MILLIS = 5;

  /** What is offered by ALPN; {@code h2} will come before it. */
  private static final List<String> PROTOCOLS = List.of("http/1.1");

  private static final System.Logger LOG = System.getLogger("heddle.http");

  private final ServerSettings settings;
  private final Service service;
  private final AddressLimits addresses;
  private final DeadlineWheel wheel;
  private final Carrier carrier;
  private final List<Closeable> acceptors = new ArrayList<>();
  private final List<InetSocketAddress> bound = new ArrayList<>();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private HttpServer(ServerSettings settings, Handler handler) throws IOException {
    this.settings = settings;
    this.addresses = new AddressLimits(settings.limits());
    this.service = new Service(handler, settings, addresses);
    this.wheel = DeadlineWheel.start();
    this.carrier = Carrier.start(settings.carrier(), wheel);
  }

  /**
   * Starts a server.
   *
   * @throws BindException if an address is taken or not ours; the message names it
   * @throws IOException if the system gives no sockets
   * @throws IllegalStateException if the carrier asked for is not to be had
   */
  public static HttpServer start(ServerSettings settings, Handler handler) throws IOException {
    HttpServer server = new HttpServer(settings, handler);
    try {
      for (ServerSettings.Listener listener : settings.listeners()) {
        server.listen(listener);
      }
      return server;
    } catch (IOException | RuntimeException e) {
      server.stop(Duration.ZERO);
      throw e;
    }
  }

  /** Returns the port of the first listener. */
  public int port() {
    return bound.getFirst().getPort();
  }

  /** Returns the addresses listened at, in the order of the settings. */
  public List<InetSocketAddress> addresses() {
    return List.copyOf(bound);
  }

  /** Returns the number of connections open now. */
  public int connections() {
    return addresses.connections();
  }

  /**
   * Waits until the server has been stopped, but not longer than that; returns whether it has been.
   */
  public boolean awaitStop(long wait, TimeUnit unit) throws InterruptedException {
    return stopped.await(wait, unit);
  }

  /** Waits until the server has been stopped. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /**
   * Stops: accepts no more, closes idle connections, lets requests that are under way end, and
   * closes what is left after {@code drain}. Returns when all is closed. Later calls wait for the
   * first.
   *
   * @return whether all requests came to their end
   */
  public boolean stop(Duration drain) {
    boolean drained = true;
    if (stopping.compareAndSet(false, true)) {
      acceptors.forEach(HttpServer::closeQuietly);
      connections.forEach(Connection::stop);
      drained = awaitNoConnections(drain);
      carrier.close();
      wheel.close();
      stopped.countDown();
    } else {
      awaitFirstStop();
    }
    return drained;
  }

  /** Stops, waiting ten seconds at most for what is under way. */
  @Override
  public void close() {
    boolean drained = stop(DRAIN);
    if (!drained) {
      LOG.log(Level.WARNING, "stopped with requests still under way");
    }
  }

  private void listen(ServerSettings.Listener listener) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(listener.address(), BACKLOG);
    } catch (IOException e) {
      channel.close();
      throw (BindException)
          new BindException("%s: %s".formatted(listener.address(), e.getMessage())).initCause(e);
    }
    bound.add((InetSocketAddress) channel.getLocalAddress());
    acceptors.add(carrier.accept(channel, transport -> serve(transport, listener.certificates())));
  }

  private void serve(Transport transport, Optional<Certificates> certificates) {
    if (!addresses.connect(transport.remote().getAddress())) {
      settings.observer().rejected();
      return;
    }
    settings.observer().connected();
    try {
      transport.readDeadline().in(settings.deadlines().firstByte());
      Transport clear =
          certificates.isPresent() ? secure(transport, certificates.get()) : transport;
      speak(service.connection(clear, certificates.isPresent()));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "connection of {0} ended: {1}", transport.remote(), e);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "connection of " + transport.remote() + " failed", e);
    } finally {
      transport.close();
      addresses.disconnect(transport.remote().getAddress());
      settings.observer().disconnected();
    }
  }

  private Transport secure(Transport transport, Certificates certificates) throws IOException {
    var secured = new TlsTransport(transport, certificates.engine(PROTOCOLS));
    transport.writePause(settings.deadlines().writePause());
    secured.handshake();
    return secured;
  }

  private void speak(Connection connection) throws IOException {
    connections.add(connection);
    try {
      if (stopping.get()) {
        connection.stop(); // added after stop had told the others
      }
      connection.serve();
    } finally {
      connections.remove(connection);
    }
  }

  private boolean awaitNoConnections(Duration atMost) {
    long deadlineNanos = System.nanoTime() + atMost.toNanos();
    try {
      while (addresses.connections() > 0 && System.nanoTime() - deadlineNanos < 0) {
        TimeUnit.MILLISECONDS.sleep(STOP_LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return addresses.connections() == 0;
  }

  private void awaitFirstStop() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Closeable acceptor) {
    try {
      acceptor.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "listener did not close", e);
    }
  }
}
