package heddle.http.serve;

import heddle.http.Deadlines;
import heddle.http.Limits;
import heddle.http.Observer;
import heddle.http.net.Carrier;
import heddle.http.observe.AccessLog;
import heddle.http.observe.Metrics;
import heddle.http.server.HttpServer;
import heddle.http.server.ServerSettings;
import heddle.http.server.TrustedProxies;
import heddle.http.tls.Certificates;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Serves a folder from the command line until it is told to stop. */
public final class ServeCommand {
  private static final int PORT = 8080;
  private static final int USAGE = 2;
  private static final int FAILURE = 1;
  private static final Duration SELF_SIGNED_VALIDITY = Duration.ofDays(90);
  private static final long DRAIN_SECONDS = 10;
  private static final long LOG_WAIT_SECONDS = 2;

  private final PrintStream out;
  private final PrintStream err;

  /** A command that prints to these streams. */
  public ServeCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Serves as {@code arguments} say; ends the JVM with the exit code. */
  public static void main(String[] arguments) {
    System.exit(new ServeCommand(System.out, System.err).run(arguments));
  }

  /**
   * Serves as {@code arguments} say, and returns once that has been stopped.
   *
   * @return 0 after a stop that was asked for, 1 if the server could not start, 2 if the arguments
   *     are wrong
   */
  public int run(String... arguments) {
    try {
      Arguments parsed = Arguments.parse(List.of(arguments));
      if (parsed.help()) {
        out.print(Arguments.helpText());
        return 0;
      }
      return parsed.check() ? check(parsed.given()) : serve(parsed.given());
    } catch (UsageException e) {
      err.println("heddle serve: " + e.getMessage());
      return USAGE;
    } catch (IOException | IllegalStateException e) {
      err.println("heddle serve: " + e.getMessage());
      return FAILURE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private int check(Given given) throws UsageException, IOException {
    try (Site _ = Site.of(given, new Metrics())) {
      ServerSettings _ = settings(given, certificates(given), Observer.NONE);
      out.println("The settings are good.");
      return 0;
    }
  }

  private int serve(Given given) throws UsageException, IOException, InterruptedException {
    Metrics metrics = new Metrics();
    CountDownLatch ended = new CountDownLatch(1);
    Optional<Certificates> certificates = certificates(given);
    Optional<AccessLog> log = accessLog(given);
    Observer observer = log.map(lines -> Observer.both(metrics, lines)).orElse(metrics);
    Duration drain = Duration.ofSeconds(given.number(Setting.DRAIN, 0, 3600, DRAIN_SECONDS));
    try (Site site = Site.of(given, metrics);
        HttpServer server = start(settings(given, certificates, observer), site)) {
      announce(given, server, certificates.isPresent());
      Thread stopper =
          Thread.ofPlatform().name("heddle-stop").unstarted(() -> stop(server, drain, ended));
      Runtime.getRuntime().addShutdownHook(stopper);
      certificates.ifPresent(loaded -> CertificateWatch.start(loaded, server, err));
      server.awaitStop();
      return 0;
    } finally {
      if (log.isPresent()) {
        log.get().close();
      }
      ended.countDown();
    }
  }

  /**
   * Runs while the JVM goes down, which it does when this returns: the last lines of the log must
   * be written before.
   */
  private void stop(HttpServer server, Duration drain, CountDownLatch ended) {
    if (!server.stop(drain)) {
      err.println("heddle serve: stopped with requests still under way after " + drain);
    }
    try {
      boolean _ = ended.await(LOG_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpServer start(ServerSettings settings, Site site) throws IOException {
    try {
      return HttpServer.start(settings, site);
    } catch (BindException e) {
      InetSocketAddress address = settings.listeners().getFirst().address();
      String message = String.valueOf(e.getMessage());
      String fault =
          message.contains("in use")
              ? "the port is in use"
                  + PortOwner.of(address.getPort()).map(" by "::concat).orElse("")
              : message;
      throw new IOException(
          "cannot listen at %s:%d: %s; choose another with --port or --address"
              .formatted(address.getHostString(), address.getPort(), fault),
          e);
    }
  }

  private void announce(Given given, HttpServer server, boolean secure) {
    InetSocketAddress address = server.addresses().getFirst();
    String host = given.text(Setting.ADDRESS, "127.0.0.1");
    out.printf(
        Locale.ROOT,
        "Serving %s at %s://%s:%d/ (stop with Ctrl-C)%n",
        given.text(Setting.ROOT, "what is behind"),
        secure ? "https" : "http",
        host.indexOf(':') >= 0 ? "[" + host + "]" : host,
        address.getPort());
    out.flush();
  }

  private static ServerSettings settings(
      Given given, Optional<Certificates> certificates, Observer observer) throws UsageException {
    int port = (int) given.number(Setting.PORT, 0, 65_535, PORT);
    var listener = new ServerSettings.Listener(address(given, port), certificates);
    return new ServerSettings(
        List.of(listener),
        carrier(given),
        limits(given),
        deadlines(given),
        trusted(given),
        observer);
  }

  private static InetSocketAddress address(Given given, int port) throws UsageException {
    String name = given.text(Setting.ADDRESS, "127.0.0.1");
    try {
      return new InetSocketAddress(InetAddress.getByName(name), port);
    } catch (UnknownHostException e) {
      throw new UsageException("--address: expected an address of this machine, got " + name);
    }
  }

  private static Carrier.Kind carrier(Given given) throws UsageException {
    String name = given.text(Setting.CARRIER, "auto");
    return switch (name) {
      case "auto" -> Carrier.Kind.AUTO;
      case "loop" -> Carrier.Kind.LOOP;
      case "blocking" -> Carrier.Kind.BLOCKING;
      default ->
          throw new UsageException("--carrier: expected auto, loop or blocking, got " + name);
    };
  }

  private static Limits limits(Given given) throws UsageException {
    int most = Limits.NONE;
    Limits standard = Limits.DEFAULT;
    return standard
        .withBodyBytes(given.number(Setting.MAX_BODY, 1, Long.MAX_VALUE, standard.bodyBytes()))
        .withConnections(
            (int) given.number(Setting.MAX_CONNECTIONS, 1, most, standard.connections()),
            (int) given.number(Setting.MAX_CONNECTIONS_PER_ADDRESS, 1, most, most))
        .withRequestsPerSecondPerAddress(
            (int) given.number(Setting.MAX_REQUESTS_PER_SECOND, 1, most, most));
  }

  private static Deadlines deadlines(Given given) throws UsageException {
    Deadlines standard = Deadlines.DEFAULT;
    long idle = given.number(Setting.IDLE, 1, 86_400, standard.idle().toSeconds());
    return new Deadlines(
        standard.firstByte(),
        standard.head(),
        standard.bodyPause(),
        Duration.ofSeconds(idle),
        standard.writePause(),
        standard.bytesPerSecond());
  }

  private static TrustedProxies trusted(Given given) throws UsageException {
    try {
      return TrustedProxies.of(given.all(Setting.TRUST).stream().map(Given.Value::text).toList());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--trust: " + e.getMessage());
    }
  }

  private static Optional<Certificates> certificates(Given given)
      throws UsageException, IOException {
    Optional<Given.Value> certificate = given.last(Setting.TLS_CERT);
    Optional<Given.Value> key = given.last(Setting.TLS_KEY);
    if (given.isOn(Setting.SELF_SIGNED)) {
      String address = given.text(Setting.ADDRESS, "127.0.0.1");
      return Optional.of(
          Certificates.selfSigned(
              List.of("localhost", "127.0.0.1", "::1", address), SELF_SIGNED_VALIDITY));
    }
    if (certificate.isEmpty() && key.isEmpty()) {
      return Optional.empty();
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      throw new UsageException("--tls-cert and --tls-key: expected both, got one");
    }
    try {
      return Optional.of(
          Certificates.ofPem(Path.of(certificate.get().text()), Path.of(key.get().text())));
    } catch (NoSuchFileException e) {
      throw new IOException("cannot read the certificate or its key: no file " + e.getFile(), e);
    } catch (IOException e) {
      throw new IOException("cannot read the certificate or its key: " + e.getMessage(), e);
    }
  }

  private Optional<AccessLog> accessLog(Given given) throws UsageException, IOException {
    Optional<Given.Value> target = given.last(Setting.ACCESS_LOG);
    String name = given.text(Setting.LOG_FORMAT, "combined");
    AccessLog.Form form =
        switch (name) {
          case "combined" -> AccessLog.Form.COMBINED;
          case "json" -> AccessLog.Form.JSON;
          default ->
              throw new UsageException("--log-format: expected combined or json, got " + name);
        };
    if (target.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(AccessLog.start(form, stream(target.get().text())));
  }

  private OutputStream stream(String target) throws IOException {
    return target.equals("-")
        ? out
        : Files.newOutputStream(
            Path.of(target), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
