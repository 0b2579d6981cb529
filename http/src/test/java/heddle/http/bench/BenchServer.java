package heddle.http.bench;

import heddle.http.Response;
import heddle.http.Router;
import heddle.http.files.FileSettings;
import heddle.http.files.StaticFiles;
import heddle.http.net.Carrier;
import heddle.http.observe.Metrics;
import heddle.http.server.HttpServer;
import heddle.http.server.ServerSettings;
import heddle.http.tls.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The server that the scripts in bench/http measure: files and a small generated response, plain
 * and over TLS.
 */
final class BenchServer {
  private BenchServer() {}

  /**
   * Arguments: folder, certificate, key, plain port, TLS port. The property heddle.carrier chooses
   * the carrier.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    StaticFiles files = new StaticFiles(FileSettings.of(Path.of(arguments[0])));
    Certificates certificates = Certificates.ofPem(Path.of(arguments[1]), Path.of(arguments[2]));
    String carrier = System.getProperty("heddle.carrier", "auto").toUpperCase(Locale.ROOT);
    var secure =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[4]));
    ServerSettings settings =
        ServerSettings.onPort(Integer.parseInt(arguments[3]))
            .with(Carrier.Kind.valueOf(carrier))
            .with(new Metrics())
            .and(new ServerSettings.Listener(secure, Optional.of(certificates)));
    Router routes =
        Router.of()
            .get("/small", _ -> Response.text("Hello, world\n"))
            .post("/count", request -> Response.text("" + request.body().readAllBytes().length))
            .otherwise(files)
            .build();
    try (HttpServer server = HttpServer.start(settings, routes)) {
      server.awaitStop();
    }
  }
}
