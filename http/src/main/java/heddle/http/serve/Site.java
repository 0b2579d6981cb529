package heddle.http.serve;

import heddle.http.Handler;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Status;
import heddle.http.VirtualHosts;
import heddle.http.files.FileSettings;
import heddle.http.files.StaticFiles;
import heddle.http.observe.Metrics;
import heddle.http.proxy.ReverseProxy;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what answers requests: folders, hosts, proxies and the pages for operators. */
final class Site implements Handler, Closeable {
  /** How long a server behind may take. */
  private static final Duration PROXY_WAIT = Duration.ofSeconds(60);

  /** Longest prefix first, so that the most exact one wins. */
  private final List<Behind> proxies;

  private final Optional<Metrics> observed;
  private final Handler statusPage;
  private final Handler metricsPage;
  private final Handler content;

  /** A path and who answers below it. */
  private record Behind(String prefix, ReverseProxy proxy) {
    boolean holds(String path) {
      return path.startsWith(prefix)
          && (prefix.endsWith("/")
              || path.length() == prefix.length()
              || path.charAt(prefix.length()) == '/');
    }
  }

  private Site(Given given, Metrics metrics) throws UsageException {
    this.proxies = proxies(given);
    this.observed = given.isOn(Setting.OBSERVE) ? Optional.of(metrics) : Optional.empty();
    this.statusPage = metrics.statusPage();
    this.metricsPage = metrics.page();
    this.content = content(given, proxies.isEmpty());
  }

  static Site of(Given given, Metrics metrics) throws UsageException {
    return new Site(given, metrics);
  }

  @Override
  public Response handle(Request request) throws Exception {
    String path = request.path();
    if (observed.isPresent() && path.startsWith("/-/")) {
      return switch (path) {
        case "/-/status" -> statusPage.handle(request);
        case "/-/metrics" -> metricsPage.handle(request);
        default -> throw new HttpException(Status.NOT_FOUND, "Not found");
      };
    }
    for (Behind behind : proxies) {
      if (behind.holds(path)) {
        return behind.proxy().handle(request);
      }
    }
    return content.handle(request);
  }

  @Override
  public void close() {
    proxies.forEach(behind -> behind.proxy().close());
  }

  private static List<Behind> proxies(Given given) throws UsageException {
    List<Behind> proxies = new ArrayList<>();
    for (Given.Value value : given.all(Setting.PROXY)) {
      Pair pair = Pair.of(value, "PREFIX=URL");
      if (!pair.left().startsWith("/")) {
        throw new UsageException(value.where() + ": expected a path, got " + pair.left());
      }
      try {
        proxies.add(new Behind(pair.left(), ReverseProxy.to(URI.create(pair.right()), PROXY_WAIT)));
      } catch (IllegalArgumentException e) {
        throw new UsageException(value.where() + ": " + e.getMessage());
      }
    }
    proxies.sort(Comparator.comparingInt(behind -> -behind.prefix().length()));
    return proxies;
  }

  private static Handler content(Given given, boolean needed) throws UsageException {
    Optional<Given.Value> root = given.last(Setting.ROOT);
    List<Given.Value> hosts = given.all(Setting.HOST);
    if (root.isEmpty() && hosts.isEmpty() && needed) {
      throw new UsageException("expected a folder to serve, as in heddle serve ./public");
    }
    Handler otherwise =
        root.isPresent()
            ? folder(given, root.get().text(), root.get().where())
            : request ->
                hosts.isEmpty()
                    ? Response.text(Status.NOT_FOUND, "Not found\n")
                    : VirtualHosts.misdirected(request);
    Map<String, Handler> byHost = new HashMap<>();
    for (Given.Value value : hosts) {
      Pair pair = Pair.of(value, "NAME=FOLDER");
      byHost.put(pair.left(), folder(given, pair.right(), value.where()));
    }
    return byHost.isEmpty() ? otherwise : new VirtualHosts(byHost, otherwise);
  }

  private static StaticFiles folder(Given given, String folder, String where)
      throws UsageException {
    Path root = Path.of(folder);
    if (!Files.isDirectory(root)) {
      String fault = Files.exists(root) ? "is no folder" : "does not exist";
      throw new UsageException("%s: the folder %s".formatted(root.toAbsolutePath(), fault));
    }
    List<FileSettings.CacheRule> rules = new ArrayList<>();
    for (Given.Value value : given.all(Setting.CACHE)) {
      Pair pair = Pair.of(value, "GLOB=VALUE");
      rules.add(new FileSettings.CacheRule(pair.left(), pair.right()));
    }
    List<String> indexes = given.all(Setting.INDEX).stream().map(Given.Value::text).toList();
    try {
      return new StaticFiles(
          new FileSettings(
              root,
              indexes.isEmpty() ? List.of("index.html") : indexes,
              given.isOn(Setting.LISTING),
              given.isOn(Setting.LINKS),
              given.isOn(Setting.HIDDEN),
              rules,
              FileSettings.GZIP_BYTES,
              FileSettings.CACHE_BYTES));
    } catch (IOException e) {
      throw new UsageException(where + ": the folder cannot be read: " + e.getMessage());
    }
  }
}
